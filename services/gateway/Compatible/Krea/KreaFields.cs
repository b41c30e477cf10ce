using KreaPlatform.Gateway.Requests;
using static KreaPlatform.Gateway.Requests.JsonValues;

namespace KreaPlatform.Gateway.Compatible.Krea;

/// <summary>The fields of the body that Krea's generate routes share. What is not here is refused, as Krea does.</summary>
public static class KreaFields
{
    /// <summary>Fields of an element of <c>image_style_references</c>.</summary>
    public static FieldTable<ReferenceDraft> Reference { get; } = new(
        Text<ReferenceDraft>("url", (r, v) => r.Image = v, "image_url", "image"),
        Number<ReferenceDraft>("strength", (r, v) => r.Influence = v, "influence", "weight"));

    /// <summary>Fields of an element of <c>styles</c>.</summary>
    public static FieldTable<NamedStyleDraft> Style { get; } = new(
        Text<NamedStyleDraft>("id", (s, v) => s.Id = v, "style_id"),
        Number<NamedStyleDraft>("strength", (s, v) => s.Strength = v, "influence", "weight"));

    /// <summary>Fields of an element of <c>moodboards</c>.</summary>
    public static FieldTable<MoodboardDraft> Moodboard { get; } = new(
        Text<MoodboardDraft>("id", (m, v) => m.Id = v, "moodboard_id"),
        Number<MoodboardDraft>("strength", (m, v) => m.Strength = v, "influence", "weight"));

    /// <summary>Fields of the body.</summary>
    public static FieldTable<KreaBody> All { get; } = new(
        Text<KreaBody>("prompt", (b, v) => b.Request.Prompt = v, "text"),
        Text<KreaBody>("aspect_ratio", (b, v) => b.AspectRatio = v, "aspectRatio", "ratio"),
        Text<KreaBody>("resolution", (b, v) => b.Resolution = v, "size"),
        Integer<KreaBody>("seed", (b, v) => b.Request.Seed = v),
        Text<KreaBody>("creativity", (b, v) => b.Request.Creativity = v),
        Integer<KreaBody>("intensity", (b, v) => b.Request.Intensity = v),
        Integer<KreaBody>("complexity", (b, v) => b.Request.Complexity = v),
        Integer<KreaBody>("movement", (b, v) => b.Request.Movement = v),
        List<KreaBody, ReferenceDraft>("image_style_references", Reference, (b, v) => b.Request.References = v, "imageStyleRefs", "references"),
        List<KreaBody, MoodboardDraft>("moodboards", Moodboard, (b, v) => b.Request.Moodboards = v, "moodboard"),
        List<KreaBody, NamedStyleDraft>("styles", Style, (b, v) => b.Request.Styles = v, "presetStyles", "loras"),
        Text<KreaBody>("image_url", (b, v) => b.Request.Image = v, "imageUrl", "image"),
        Number<KreaBody>("strength", (b, v) => b.Request.Strength = v));
}
