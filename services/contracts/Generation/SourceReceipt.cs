namespace KreaPlatform.Contracts.Generation;

/// <summary>What a style source did to one image.</summary>
public sealed record SourceReceipt
{
    /// <summary>One of <see cref="SourceKinds"/>.</summary>
    public required string Kind { get; init; }
    /// <summary>The asset, style or board.</summary>
    public required string Id { get; init; }
    /// <summary>For a moodboard: its version.</summary>
    public int? Version { get; init; }
    /// <summary>The influence that was asked for.</summary>
    public required double Applied { get; init; }
    /// <summary>Its share of the whole displacement, 0 to 1: what it did.</summary>
    public required double Measured { get; init; }
    /// <summary>For styles and boards: the measured share divided over the images by weight.</summary>
    public IReadOnlyList<SourceItemReceipt> Items { get; init; } = [];
}
