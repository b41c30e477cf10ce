namespace KreaPlatform.Gateway.Requests;

/// <summary>An element of <c>moodboards</c> as a caller wrote it: a board by its id, or images that are one for this generation.</summary>
public sealed class MoodboardDraft : Draft
{
    /// <summary>Which board.</summary>
    public string? Id { get; set; }
    /// <summary>The images of a board that exists only here; an element that could not be read is null.</summary>
    public IReadOnlyList<BoardImageDraft?>? Images { get; set; }
    /// <summary>How strongly it pulls; may be NaN here.</summary>
    public double? Strength { get; set; }
}
