namespace KreaPlatform.ServiceDefaults.Imaging;

/// <summary>What an upload may be. Sizes are checked against the header, before any pixel is decoded.</summary>
public sealed record ImageLimits
{
    /// <summary>Bytes as sent: 20 MB.</summary>
    public long MaxBytes { get; init; } = 20_000_000;

    /// <summary>Longest side in pixels: 8192.</summary>
    public int MaxSide { get; init; } = 8192;

    /// <summary>Width times height: 25 megapixels.</summary>
    public long MaxPixels { get; init; } = 25_000_000;

    /// <summary>Time one decode may take.</summary>
    public TimeSpan MaxTime { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Time a caller waits for a free decoder.</summary>
    public TimeSpan MaxWait { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Decodes that run at once; each holds at most 8 bytes a pixel beside the input.</summary>
    public int Concurrency { get; init; } = 2;
}
