using KreaPlatform.Contracts.Generation;
using KreaPlatform.Gateway.Jobs;
using KreaPlatform.Gateway.Problems;
using static KreaPlatform.Gateway.Requests.NumberRules;

namespace KreaPlatform.Gateway.Requests;

/// <summary>
/// Checks the values of a draft and fills in its defaults: the one place where a request is judged, whichever way it came in. Pure.
/// 1. Texts. 2. Numbers. 3. The caller's own fields. 4. Model. 5. Style. 6. Edit. 7. Size. 8. Verdict.
/// </summary>
public static class RequestRules
{
    /// <summary>Judges a draft; <paramref name="errors"/> may already hold what reading found, and then the result is invalid in any case.</summary>
    public static RequestResult Judge(RequestDraft draft, RequestContext context, ErrorList errors)
    {
        // 1. Texts
        if (draft.Prompt is { } prompt)
        {
            if (string.IsNullOrWhiteSpace(prompt)) errors.Add("/prompt", FieldErrorCode.Empty, "must say what to draw");
            TextRules.Check(prompt, "/prompt", RequestLimits.PromptCharacters, lines: true, errors);
        }
        else if (!draft.Given.Contains("prompt")) errors.Add("/prompt", FieldErrorCode.Required, "is required: say what to draw");
        if (draft.NegativePrompt is { } negative) TextRules.Check(negative, "/negative_prompt", RequestLimits.PromptCharacters, lines: true, errors);

        // 2. Numbers
        var n = Integer(draft.N, "/n", 1, RequestLimits.Images, errors) ?? 1;
        var seed = Integer(draft.Seed, "/seed", 0, RequestLimits.Seed, errors);
        var steps = Integer(draft.Steps, "/steps", 1, RequestLimits.Steps, errors);
        var guidance = Number(draft.Guidance, "/guidance", 0, RequestLimits.Guidance, errors);
        var output = Output(draft.Output, errors);
        var longest = (long)context.Caller.MaxDeadline.TotalSeconds;
        var deadline = Integer(draft.DeadlineSeconds, "/deadline_seconds", 1, longest, errors, " on your plan") ?? (long)context.Caller.DefaultDeadline.TotalSeconds;

        // 3. The caller's own fields
        if (draft.User is { } user) Name(user, "/user", RequestLimits.UserCharacters, errors);
        if (draft.Metadata is { } metadata) Metadata(metadata, errors);
        var webhook = JobWebhookRules.Judge(draft.Webhook, errors);

        // 4. Model
        var unavailable = ModelRules.Find(draft, context, errors, out var model);
        if (model is not null)
        {
            if (draft.Prompt is not null) TextRules.CheckSpecialTokens(draft.Prompt, "/prompt", model.SpecialTokens, errors);
            if (draft.NegativePrompt is not null) TextRules.CheckSpecialTokens(draft.NegativePrompt, "/negative_prompt", model.SpecialTokens, errors);
        }

        // 5. Style
        var creativity = draft.Creativity ?? CreativityLevels.Medium;
        if (!CreativityLevels.All.Contains(creativity))
            errors.Add("/creativity", FieldErrorCode.UnknownValue, $"must be one of {string.Join(", ", CreativityLevels.All)}");
        var diversity = Number(draft.Diversity, "/diversity", 0, 1, errors) ?? 0;
        var intensity = Slider(draft.Intensity, "/intensity", errors);
        var complexity = Slider(draft.Complexity, "/complexity", errors);
        var movement = Slider(draft.Movement, "/movement", errors);
        var references = SourceRules.References(draft, model, context, errors);
        var styles = SourceRules.Styles(draft, model, context, errors);
        var moodboards = SourceRules.Moodboards(draft, model, context, errors);

        // 6. Edit
        var (image, strength, mask) = EditRules.Judge(draft, model, context, errors);

        // 7. Size
        var upscale = (int)(draft.Upscale is { } factor && RequestLimits.Upscales.Contains((int)Math.Clamp(factor, 0, int.MaxValue)) ? factor : 1);
        if (draft.Upscale is { } asked && asked != upscale)
            errors.Add("/upscale", FieldErrorCode.UnknownValue, $"must be one of {string.Join(", ", RequestLimits.Upscales)}");
        var size = SizeRules.Judge(draft, model, upscale, errors);
        if (draft.Delivered is { } exact && model is not null) (size, upscale) = SizePlan.For(model, exact.Width, exact.Height);

        // 8. Verdict
        if (!errors.IsEmpty) return RequestResult.Invalid(errors.Items);
        if ((draft.Model ?? context.DefaultModel) is { } name && context.Retired(name) is { } retired) return RequestResult.Gone(retired);
        if (model is null) return RequestResult.Impossible(unavailable!);
        return RequestResult.Understood(new GenerationRequest
        {
            Model = model.Id,
            Prompt = draft.Prompt!,
            NegativePrompt = string.IsNullOrEmpty(draft.NegativePrompt) ? null : draft.NegativePrompt,
            N = (int)n,
            Width = size.Width,
            Height = size.Height,
            Upscale = upscale,
            OutputWidth = size.OutputWidth,
            OutputHeight = size.OutputHeight,
            AspectRatio = draft.AspectRatio,
            Seed = seed ?? context.NewSeed(),
            Steps = (int)(steps ?? model.DefaultSteps),
            Guidance = guidance ?? model.DefaultGuidance,
            References = references,
            Styles = styles,
            Moodboards = moodboards,
            Creativity = creativity,
            Diversity = diversity,
            Intensity = intensity,
            Complexity = complexity,
            Movement = movement,
            Image = image,
            Strength = image is null ? null : strength,
            Mask = mask,
            Output = output,
            User = draft.User,
            Metadata = draft.Metadata,
            Webhook = webhook,
            DeadlineSeconds = (int)deadline,
            Reproducible = draft.Reproducible ?? false,
        });
    }

    private static int Slider(long? value, string pointer, ErrorList errors) =>
        (int)(Integer(value, pointer, -RequestLimits.Slider, RequestLimits.Slider, errors) ?? 0);

    private static OutputSpec Output(OutputDraft? output, ErrorList errors)
    {
        var format = output?.Format ?? OutputFormat.Png;
        if (!OutputFormat.All.Contains(format))
            errors.Add("/output/format", FieldErrorCode.UnknownValue, $"must be one of {string.Join(", ", OutputFormat.All)}");
        return new OutputSpec(format, (int)(Integer(output?.Quality, "/output/quality", 1, 100, errors) ?? RequestLimits.DefaultQuality));
    }

    private static void Metadata(IReadOnlyDictionary<string, string> metadata, ErrorList errors)
    {
        if (metadata.Count > RequestLimits.MetadataPairs)
            errors.Add("/metadata", FieldErrorCode.TooLong, $"has {metadata.Count} pairs; at most {RequestLimits.MetadataPairs} are allowed");
        foreach (var (name, value) in metadata)
        {
            var at = JsonPointer.Child("/metadata", name);
            Name(name, at, RequestLimits.MetadataNameCharacters, errors, "the name ");
            TextRules.Check(value, at, RequestLimits.MetadataValueCharacters, lines: true, errors);
        }
    }

    private static void Name(string text, string pointer, int most, ErrorList errors, string what = "")
    {
        if (string.IsNullOrWhiteSpace(text)) errors.Add(pointer, FieldErrorCode.Empty, what + "must not be empty");
        TextRules.Check(text, pointer, most, lines: false, errors);
    }
}
