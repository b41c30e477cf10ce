namespace KreaPlatform.Gateway.Jobs;

/// <summary>Bytes that may be unused: of a discarded result, of an image or asset that was deleted, of an upload that was never finished. Removed after a while, if by then nothing refers to them.</summary>
public sealed class UnusedBlob
{
    /// <summary>Address of the bytes.</summary>
    public required string Address { get; init; }
    /// <summary>When they were noted, or last found in use by an open job.</summary>
    public required DateTimeOffset NotedAt { get; init; }
}
