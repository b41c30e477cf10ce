using System.Globalization;
using KreaPlatform.Contracts.Ids;

namespace KreaPlatform.Gateway.Submission;

/// <summary>An image of a generation, as a request names it: <c>gen_…/images/0</c>.</summary>
/// <param name="Generation">The generation's id.</param>
/// <param name="Index">The image's place in it, from 0.</param>
public readonly record struct GenerationImage(string Generation, int Index)
{
    private const string Infix = "/images/";

    /// <summary>Reads the name; false when it is another kind of name.</summary>
    public static bool TryParse(string text, out GenerationImage image)
    {
        image = default;
        var at = text.IndexOf(Infix, StringComparison.Ordinal);
        if (at < 0 || !PrefixedId.IsValid(text[..at], IdPrefix.Generation)
            || !int.TryParse(text.AsSpan(at + Infix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var index)) return false;
        image = new GenerationImage(text[..at], index);
        return true;
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Generation}{Infix}{Index}");
}
