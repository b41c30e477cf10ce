namespace KreaPlatform.Contracts.Generation;

/// <summary>A style source of a job, resolved: which stored images stand for it, and how strongly it pulls.</summary>
public sealed record SourceSpec
{
    /// <summary>One of <see cref="SourceKinds"/>.</summary>
    public required string Kind { get; init; }
    /// <summary>What the receipt calls it: the id of the asset, the style or the board.</summary>
    public required string Id { get; init; }
    /// <summary>For a moodboard: its version, which later edits don't change.</summary>
    public int? Version { get; init; }
    /// <summary>e of the rule v = ... + e (v_{t+source} - v_t); -2 to 2. At 0 the source costs nothing and changes no bit.</summary>
    public required double Influence { get; init; }
    /// <summary>The images that stand for it, at least one; a reference has exactly one.</summary>
    public required IReadOnlyList<SourceImage> Images { get; init; }
}
