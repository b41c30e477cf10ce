using KreaPlatform.Contracts.Generation;
using KreaPlatform.Gateway.Jobs;
using KreaPlatform.Gateway.Problems;

namespace KreaPlatform.Gateway.Requests;

/// <summary>
/// Checks the values of a draft and fills in its defaults: the one place where a request is judged, whichever way it came in. Pure.
/// 1. Texts. 2. Numbers. 3. The caller's own fields. 4. Model. 5. Size. 6. Verdict.
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
        var n = Range(draft.N, "/n", 1, RequestLimits.Images, errors) ?? 1;
        var seed = Range(draft.Seed, "/seed", 0, RequestLimits.Seed, errors);
        var steps = Range(draft.Steps, "/steps", 1, RequestLimits.Steps, errors);
        if (draft.Guidance is { } guidance && !(guidance >= 0 && guidance <= RequestLimits.Guidance))
            errors.Add("/guidance", FieldErrorCode.OutOfRange, $"must be a finite number from 0 to {RequestLimits.Guidance}");
        var output = Output(draft.Output, errors);
        var longest = (long)context.Caller.MaxDeadline.TotalSeconds;
        var deadline = Range(draft.DeadlineSeconds, "/deadline_seconds", 1, longest, errors, " on your plan") ?? (long)context.Caller.DefaultDeadline.TotalSeconds;

        // 3. The caller's own fields
        if (draft.User is { } user) Name(user, "/user", RequestLimits.UserCharacters, errors);
        if (draft.Metadata is { } metadata) Metadata(metadata, errors);

        // 4. Model
        var unavailable = FindModel(draft, context, errors, out var model);
        if (model is not null)
        {
            if (draft.Prompt is not null) TextRules.CheckSpecialTokens(draft.Prompt, "/prompt", model.SpecialTokens, errors);
            if (draft.NegativePrompt is not null) TextRules.CheckSpecialTokens(draft.NegativePrompt, "/negative_prompt", model.SpecialTokens, errors);
        }

        // 5. Size
        var (width, height) = SizeRules.Judge(draft, model, errors);

        // 6. Verdict
        if (!errors.IsEmpty) return RequestResult.Invalid(errors.Items);
        if ((draft.Model ?? context.DefaultModel) is { } asked && context.Retired(asked) is { } retired) return RequestResult.Gone(retired);
        if (model is null) return RequestResult.Impossible(unavailable!);
        return RequestResult.Understood(new GenerationRequest
        {
            Model = model.Id,
            Prompt = draft.Prompt!,
            NegativePrompt = string.IsNullOrEmpty(draft.NegativePrompt) ? null : draft.NegativePrompt,
            N = (int)n,
            Width = width,
            Height = height,
            AspectRatio = draft.AspectRatio,
            Seed = seed ?? context.NewSeed(),
            Steps = (int)(steps ?? model.DefaultSteps),
            Guidance = draft.Guidance ?? model.DefaultGuidance,
            Output = output,
            User = draft.User,
            Metadata = draft.Metadata,
            DeadlineSeconds = (int)deadline,
            Reproducible = draft.Reproducible ?? false,
        });
    }

    private static long? Range(long? value, string pointer, long least, long most, ErrorList errors, string where = "")
    {
        if (value is null || value >= least && value <= most) return value;
        errors.Add(pointer, FieldErrorCode.OutOfRange, $"must be an integer from {least} to {most}{where}");
        return null;
    }

    private static OutputSpec Output(OutputDraft? output, ErrorList errors)
    {
        var format = output?.Format ?? OutputFormat.Png;
        if (!OutputFormat.All.Contains(format))
            errors.Add("/output/format", FieldErrorCode.UnknownValue, $"must be one of {string.Join(", ", OutputFormat.All)}");
        return new OutputSpec(format, (int)(Range(output?.Quality, "/output/quality", 1, 100, errors) ?? RequestLimits.DefaultQuality));
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

    /// <summary>Sets <paramref name="model"/> when it can be used; otherwise adds an error (the caller's mistake) or returns why it can't be used now.</summary>
    private static string? FindModel(RequestDraft draft, RequestContext context, ErrorList errors, out ModelDescription? model)
    {
        model = null;
        if (draft.Model is null && draft.Given.Contains("model")) return null;
        var id = draft.Model ?? context.DefaultModel;
        var found = id is null ? null : context.FindModel(id);
        if (found is { Available: true })
        {
            model = found;
            return null;
        }
        if (found is not null) return $"Model '{found.Id}' is not available: {found.Reason ?? "no worker serves it at the moment"}.";
        if (context.Models.Count == 0 || id is null) return "No worker has told of its models yet.";
        if (draft.Model is null) return $"The default model '{id}' is not among those that workers have.";

        var known = context.Models.Select(m => m.Id).Distinct().Order(StringComparer.Ordinal).ToArray();
        var nearest = NearestName.Find(draft.Model, known.Select(id => (id, id)));
        errors.Add("/model", FieldErrorCode.UnknownValue,
            $"there is no such model{(nearest is null ? "" : $"; did you mean '{nearest}'?")}; known are {string.Join(", ", known)}");
        return null;
    }
}
