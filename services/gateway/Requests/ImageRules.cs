using KreaPlatform.Gateway.Problems;
using KreaPlatform.ServiceDefaults.Fetching;

namespace KreaPlatform.Gateway.Requests;

/// <summary>What can name an image: an asset's id, an image of a generation, an https URL, a data URI. Whether it exists is not looked at here. Pure.</summary>
internal static class ImageRules
{
    /// <summary>False, with an error, when the text can't name an image.</summary>
    public static bool Check(string image, string pointer, ErrorList errors)
    {
        if (DataUri.Is(image)) return true;
        if (image.Length > RequestLimits.ImageCharacters)
        {
            errors.Add(pointer, FieldErrorCode.TooLong, $"has {image.Length:N0} characters; at most {RequestLimits.ImageCharacters:N0} are allowed outside a data URI");
            return false;
        }
        var before = errors.Items.Count;
        TextRules.Check(image, pointer, RequestLimits.ImageCharacters, lines: false, errors);
        return errors.Items.Count == before;
    }
}
