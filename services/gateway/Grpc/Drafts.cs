using KreaPlatform.Contracts.Grpc.V1;
using KreaPlatform.Gateway.Requests;

namespace KreaPlatform.Gateway.Grpc;

/// <summary>From the gRPC request to a draft, which is then judged like one that came as JSON.</summary>
public static class Drafts
{
    /// <summary>The draft; an empty <c>prompt</c> counts as not given, as proto3 can't tell the two apart.</summary>
    public static RequestDraft Of(SubmitRequest request)
    {
        var draft = new RequestDraft
        {
            Prompt = request.Prompt.Length > 0 ? request.Prompt : null,
            Model = request.HasModel ? request.Model : null,
            NegativePrompt = request.HasNegativePrompt ? request.NegativePrompt : null,
            N = request.HasN ? request.N : null,
            Width = request.HasWidth ? request.Width : null,
            Height = request.HasHeight ? request.Height : null,
            AspectRatio = request.HasAspectRatio ? request.AspectRatio : null,
            Seed = request.HasSeed ? request.Seed : null,
            Steps = request.HasSteps ? request.Steps : null,
            Guidance = request.HasGuidance ? request.Guidance : null,
            User = request.HasUser ? request.User : null,
            Metadata = request.Metadata.Count > 0 ? new Dictionary<string, string>(request.Metadata) : null,
            DeadlineSeconds = request.HasDeadlineSeconds ? request.DeadlineSeconds : null,
            Reproducible = request.HasReproducible ? request.Reproducible : null,
            References = [.. request.References.Select(Of)],
            Styles = [.. request.Styles.Select(Of)],
            Moodboards = [.. request.Moodboards.Select(Of)],
            Creativity = request.HasCreativity ? request.Creativity : null,
            Diversity = request.HasDiversity ? request.Diversity : null,
            Intensity = request.HasIntensity ? request.Intensity : null,
            Complexity = request.HasComplexity ? request.Complexity : null,
            Movement = request.HasMovement ? request.Movement : null,
            Image = request.HasImage ? request.Image : null,
            Strength = request.HasStrength ? request.Strength : null,
            Mask = request.HasMask ? request.Mask : null,
            Upscale = request.HasUpscale ? request.Upscale : null,
        };
        if (request.Output is { } output)
            draft.Output = new OutputDraft { Format = output.Format.Length > 0 ? output.Format : null, Quality = output.HasQuality ? output.Quality : null };
        if (request.Webhook is { } webhook)
            draft.Webhook = new JobWebhookDraft { Url = Text(webhook.Url), Secret = webhook.HasSecret ? webhook.Secret : null };
        if (draft.Width is not null) draft.Given.Add("width");
        if (draft.Height is not null) draft.Given.Add("height");
        if (draft.AspectRatio is not null) draft.Given.Add("aspect_ratio");
        if (draft.Image is not null) draft.Given.Add("image");
        if (draft.Strength is not null) draft.Given.Add("strength");
        if (draft.Mask is not null) draft.Given.Add("mask");
        return draft;
    }

    private static ReferenceDraft Of(ReferenceUse use) =>
        new() { Image = Text(use.Image), Influence = use.HasInfluence ? use.Influence : null };

    private static NamedStyleDraft Of(StyleUse use) => new() { Id = Text(use.Id), Strength = use.HasStrength ? use.Strength : null };

    private static MoodboardDraft Of(MoodboardUse use)
    {
        var draft = new MoodboardDraft { Id = Text(use.Id), Strength = use.HasStrength ? use.Strength : null };
        if (draft.Id is not null) draft.Given.Add("id");
        if (use.Images.Count == 0) return draft;
        draft.Given.Add("images");
        draft.Images = [.. use.Images.Select(i => new BoardImageDraft { Image = Text(i.Image), Weight = i.HasWeight ? i.Weight : null })];
        return draft;
    }

    private static string? Text(string text) => text.Length > 0 ? text : null;
}
