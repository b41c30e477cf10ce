namespace KreaPlatform.Gateway.Jobs;

/// <summary>Bytes that a discarded result left in the store: removed after a while, if by then nothing refers to them.</summary>
public sealed class UnusedBlob
{
    /// <summary>Address of the bytes.</summary>
    public required string Address { get; init; }
    /// <summary>When the result was discarded.</summary>
    public required DateTimeOffset NotedAt { get; init; }
}
