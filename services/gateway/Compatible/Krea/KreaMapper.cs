using System.Text.Json;
using KreaPlatform.Contracts.Ids;
using KreaPlatform.Gateway.Problems;
using KreaPlatform.Gateway.Requests;

namespace KreaPlatform.Gateway.Compatible.Krea;

/// <summary>From the body of a generate call to a draft, or what only Krea's API asks of it. Pure; never throws on any JSON.</summary>
public static class KreaMapper
{
    /// <summary>Strength of image to image when the caller gives none.</summary>
    public const double DefaultStrength = 0.99;

    private const int MostMoodboards = 1;

    /// <summary>
    /// 1. Reads the fields. 2. Ratio and resolution, which are required here, give the size. 3. Ids. 4. Defaults that differ.
    /// Values that both APIs have are judged with the draft.
    /// </summary>
    /// <param name="body">The body.</param>
    /// <param name="model">The tier, as in the path.</param>
    /// <param name="errors">Where errors go, under Krea's names.</param>
    public static RequestDraft Read(JsonElement body, string model, ErrorList errors)
    {
        var read = new KreaBody();
        var draft = read.Request;
        draft.Model = model;
        if (body.ValueKind != JsonValueKind.Object)
        {
            JsonValues.WrongType(body, "", "an object", errors);
            return draft;
        }

        // 1.
        read.Given.UnionWith(KreaFields.All.Read(body, "", read, errors));
        foreach (var (theirs, ours) in Same) if (read.Given.Contains(theirs)) draft.Given.Add(ours);

        foreach (var reference in draft.References ?? [])
        {
            if (reference?.Given.Remove("url") == true) reference.Given.Add("image");
            if (reference?.Given.Remove("strength") == true) reference.Given.Add("influence");
        }

        // 2.
        if (!read.Given.Contains("aspect_ratio")) errors.Add("/aspect_ratio", FieldErrorCode.Required, "is required: " + Ratios);
        else if (read.AspectRatio is { } ratio)
        {
            if (KreaSizes.TryFind(ratio, out var size)) draft.Delivered = size;
            else errors.Add("/aspect_ratio", FieldErrorCode.UnknownValue, "must be " + Ratios);
        }
        if (!read.Given.Contains("resolution")) errors.Add("/resolution", FieldErrorCode.Required, $"is required: '{KreaSizes.Resolution}'");
        else if (read.Resolution is not (null or KreaSizes.Resolution)) errors.Add("/resolution", FieldErrorCode.UnknownValue, $"must be '{KreaSizes.Resolution}'");

        // 3.
        foreach (var style in draft.Styles ?? []) if (style?.Id is { } id) style.Id = KreaIds.Parse(id, IdPrefix.Style) ?? id;
        foreach (var board in draft.Moodboards ?? []) if (board?.Id is { } id) board.Id = KreaIds.Parse(id, IdPrefix.Moodboard) ?? id;
        if (draft.Moodboards is { Count: > MostMoodboards }) errors.Add("/moodboards", FieldErrorCode.TooMany, $"has {draft.Moodboards.Count} elements; at most {MostMoodboards} is allowed");
        for (var i = 0; i < draft.Styles?.Count; i++)
            if (draft.Styles[i] is { } style && !style.Given.Contains("strength")) errors.Add($"/styles/{i}/strength", FieldErrorCode.Required, "is required");

        // 4.
        if (draft.Image is not null && !read.Given.Contains("strength"))
        {
            draft.Strength = DefaultStrength;
            draft.Given.Add("strength");
        }
        return draft;
    }

    private static string Ratios { get; } = "one of " + string.Join(", ", KreaSizes.Ratios);

    private static readonly (string Theirs, string Ours)[] Same =
    [
        ("prompt", "prompt"), ("seed", "seed"), ("creativity", "creativity"), ("intensity", "intensity"), ("complexity", "complexity"), ("movement", "movement"),
        ("image_style_references", "references"), ("moodboards", "moodboards"), ("styles", "styles"), ("image_url", "image"), ("strength", "strength"),
    ];
}
