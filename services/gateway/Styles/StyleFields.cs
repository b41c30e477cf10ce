using KreaPlatform.Gateway.Requests;
using static KreaPlatform.Gateway.Requests.JsonValues;

namespace KreaPlatform.Gateway.Styles;

/// <summary>The fields of the bodies of <c>/v1/styles</c>.</summary>
public static class StyleFields
{
    private static readonly Field<StyleDraft> Name = Text<StyleDraft>("name", (d, v) => d.Name = v, "title", "label");
    private static readonly Field<StyleDraft> Visibility = Text<StyleDraft>("visibility", (d, v) => d.Visibility = v, "public", "shared", "access");

    /// <summary>Fields of a new style.</summary>
    public static FieldTable<StyleDraft> New { get; } = new(
        Name,
        Texts<StyleDraft>("images", (d, v) => d.Images = v, "image", "assets", "references", "urls"),
        Numbers<StyleDraft>("weights", (d, v) => d.Weights = v, "weight", "strengths"),
        Visibility);

    /// <summary>Fields that may be changed later.</summary>
    public static FieldTable<StyleDraft> Changes { get; } = new(Name, Visibility);
}
