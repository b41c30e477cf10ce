namespace KreaPlatform.Gateway.Requests;

/// <summary>An element of <c>styles</c> as a caller wrote it.</summary>
public sealed class NamedStyleDraft : Draft
{
    /// <summary>Which named style.</summary>
    public string? Id { get; set; }
    /// <summary>How strongly it pulls; may be NaN here.</summary>
    public double? Strength { get; set; }
}
