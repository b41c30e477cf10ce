using KreaPlatform.Gateway.Requests;

namespace KreaPlatform.Gateway.Derivation;

/// <summary>The body of a request for variations as a caller wrote it.</summary>
public sealed class VariationDraft : Draft
{
    /// <summary>How many.</summary>
    public long? N { get; set; }
    /// <summary>How far to leave the image; may be NaN here.</summary>
    public double? Strength { get; set; }
}
