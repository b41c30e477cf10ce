namespace KreaPlatform.Gateway.Jobs;

/// <summary>A moodboard of a request: one that is kept, at a version, or images that are one for this generation only.</summary>
public sealed record MoodboardInput
{
    /// <summary>The board, <c>brd_…</c>; null for images of the request's own.</summary>
    public string? Id { get; init; }
    /// <summary>The board as it was when the request was accepted.</summary>
    public int? Version { get; init; }
    /// <summary>The request's own images; null for a board.</summary>
    public IReadOnlyList<BoardImageInput>? Images { get; init; }
    /// <summary>-0.5 to 1.5; at 0 it does nothing, below it pushes away.</summary>
    public required double Strength { get; init; }
}
