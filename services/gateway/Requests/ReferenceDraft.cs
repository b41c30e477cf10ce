namespace KreaPlatform.Gateway.Requests;

/// <summary>An element of <c>references</c> as a caller wrote it.</summary>
public sealed class ReferenceDraft : Draft
{
    /// <summary>Which image.</summary>
    public string? Image { get; set; }
    /// <summary>How strongly it pulls; may be NaN here.</summary>
    public double? Influence { get; set; }
}
