using System.Globalization;
using System.Text.Json;
using KreaPlatform.Gateway.Problems;
using KreaPlatform.Gateway.Requests;

namespace KreaPlatform.Gateway.Styles;

/// <summary>Checks the values of a style's draft, whichever way it came in. Pure.</summary>
public static class StyleRules
{
    /// <summary>Most images of a style.</summary>
    public const int Images = 20;

    /// <summary>Greatest weight of an image.</summary>
    public const double Weight = 100;

    /// <summary>Longest name in characters.</summary>
    public const int NameCharacters = 100;

    /// <summary>Names of <see cref="StyleVisibility"/>, as the API writes them.</summary>
    public static IReadOnlyList<string> Visibilities { get; } = [.. Enum.GetNames<StyleVisibility>().Select(JsonNamingPolicy.SnakeCaseLower.ConvertName)];

    /// <summary>Checks a new style: what must be there, and every value.</summary>
    public static void JudgeNew(StyleDraft draft, ErrorList errors)
    {
        if (draft.Name is null && !draft.Given.Contains("name")) errors.Add("/name", FieldErrorCode.Required, "is required");
        if (draft.Images is null && !draft.Given.Contains("images")) errors.Add("/images", FieldErrorCode.Required, "is required: the images that the style is made of");
        JudgeChanges(draft, errors);

        if (draft.Images is { } images)
        {
            if (images.Count is < 1 or > Images) errors.Add("/images", FieldErrorCode.OutOfRange, $"has {images.Count} images; 1 to {Images} are allowed");
            for (var i = 0; i < images.Count; i++)
                if (images[i] is { Length: 0 }) errors.Add(At("/images", i), FieldErrorCode.Empty, "must be an asset's id, an https URL or a data URI");
        }
        if (draft.Weights is { } weights)
        {
            if (draft.Images is { } weighted && weights.Count != weighted.Count)
                errors.Add("/weights", FieldErrorCode.Conflict, $"has {weights.Count} weights for {weighted.Count} images; give one for each, or none");
            for (var i = 0; i < weights.Count; i++)
                if (weights[i] is { } weight && !(weight > 0 && weight <= Weight)) errors.Add(At("/weights", i), FieldErrorCode.OutOfRange, $"must be above 0 and at most {Weight}");
        }
    }

    /// <summary>Checks what may be changed later.</summary>
    public static void JudgeChanges(StyleDraft draft, ErrorList errors)
    {
        if (draft.Name is { } name)
        {
            if (string.IsNullOrWhiteSpace(name)) errors.Add("/name", FieldErrorCode.Empty, "must not be empty");
            TextRules.Check(name, "/name", NameCharacters, lines: false, errors);
        }
        if (draft.Visibility is { } visibility && !Visibilities.Contains(visibility))
            errors.Add("/visibility", FieldErrorCode.UnknownValue, $"must be one of {string.Join(", ", Visibilities)}");
    }

    /// <summary>The value of a checked name; null for none.</summary>
    public static StyleVisibility? Visibility(string? name) => name is null ? null : Enum.Parse<StyleVisibility>(name, ignoreCase: true);

    /// <summary>The pointer of an item of a list.</summary>
    public static string At(string list, int index) => JsonPointer.Child(list, index.ToString(CultureInfo.InvariantCulture));
}
