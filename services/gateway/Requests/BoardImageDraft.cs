namespace KreaPlatform.Gateway.Requests;

/// <summary>An element of <c>moodboards[].images</c> as a caller wrote it.</summary>
public sealed class BoardImageDraft : Draft
{
    /// <summary>Which image.</summary>
    public string? Image { get; set; }
    /// <summary>Its share; may be NaN here.</summary>
    public double? Weight { get; set; }
}
