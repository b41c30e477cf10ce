using KreaPlatform.Gateway.Requests;
using static KreaPlatform.Gateway.Requests.JsonValues;

namespace KreaPlatform.Gateway.Compatible.OpenAi;

/// <summary>
/// The fields of OpenAI's image calls. The last ones are this platform's own, for callers who send more through their SDK (<c>extra_body</c> in Python);
/// what is in neither is refused.
/// </summary>
public static class OpenAiFields
{
    private static readonly Field<OpenAiBody>[] Shared =
    [
        Text<OpenAiBody>("prompt", (b, v) => b.Request.Prompt = v),
        Text<OpenAiBody>("model", (b, v) => b.Request.Model = v),
        Integer<OpenAiBody>("n", (b, v) => b.Request.N = v, "num_images"),
        Text<OpenAiBody>("size", (b, v) => b.Size = v, "aspect_ratio"),
        Text<OpenAiBody>("quality", (b, v) => b.Quality = v),
        Text<OpenAiBody>("response_format", (b, v) => b.ResponseFormat = v),
        Text<OpenAiBody>("output_format", (b, v) => b.OutputFormat = v, "format"),
        Integer<OpenAiBody>("output_compression", (b, v) => b.OutputCompression = v, "compression"),
        Text<OpenAiBody>("background", (b, v) => b.Background = v),
        Text<OpenAiBody>("moderation", (b, v) => b.Moderation = v),
        Flag<OpenAiBody>("stream", (b, v) => b.Stream = v),
        Integer<OpenAiBody>("partial_images", (b, v) => b.PartialImages = v),
        Text<OpenAiBody>("user", (b, v) => b.Request.User = v),
    ];

    private static readonly Field<OpenAiBody>[] Own =
    [
        Integer<OpenAiBody>("seed", (b, v) => b.Request.Seed = v),
        Integer<OpenAiBody>("steps", (b, v) => b.Request.Steps = v),
        Number<OpenAiBody>("guidance", (b, v) => b.Request.Guidance = v),
        Text<OpenAiBody>("negative_prompt", (b, v) => b.Request.NegativePrompt = v),
        Text<OpenAiBody>("creativity", (b, v) => b.Request.Creativity = v),
        Number<OpenAiBody>("diversity", (b, v) => b.Request.Diversity = v),
    ];

    /// <summary>Fields of an element of <c>images</c>, and of <c>mask</c>.</summary>
    public static FieldTable<OpenAiInput> Input { get; } = new(
        Text<OpenAiInput>("image_url", (i, v) => i.ImageUrl = v, "url"),
        Text<OpenAiInput>("file_id", (i, v) => i.FileId = v, "id"));

    /// <summary>Fields of <c>POST /v1/images/generations</c>.</summary>
    public static FieldTable<OpenAiBody> Generation { get; } = new([.. Shared, Text<OpenAiBody>("style", (b, v) => b.Style = v), .. Own]);

    /// <summary>Fields of <c>POST /v1/images/edits</c>.</summary>
    public static FieldTable<OpenAiBody> Edit { get; } = new([
        .. Shared,
        List<OpenAiBody, OpenAiInput>("images", Input, (b, v) => b.Images = v, "image"),
        Object<OpenAiBody, OpenAiInput>("mask", Input, (b, v) => b.Mask = v),
        Text<OpenAiBody>("input_fidelity", (b, v) => b.InputFidelity = v),
        Number<OpenAiBody>("strength", (b, v) => b.Request.Strength = v),
        .. Own,
    ]);
}
