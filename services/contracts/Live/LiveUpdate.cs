namespace KreaPlatform.Contracts.Live;

/// <summary>What watchers of a job see between its transitions; a JSON payload on <see cref="LiveKeys.JobChannel"/>.</summary>
public sealed record LiveUpdate
{
    /// <summary>Version of this contract.</summary>
    public int Version { get; init; } = 1;
    /// <summary>The job.</summary>
    public required string JobId { get; init; }
    /// <summary>What happened.</summary>
    public required LiveUpdateKind Kind { get; init; }
    /// <summary>Attempt that it belongs to; updates of another attempt than the row's are discarded. 0 for <see cref="LiveUpdateKind.Transition"/>.</summary>
    public int Attempt { get; init; }
    /// <summary>Worker that it comes from; null for <see cref="LiveUpdateKind.Transition"/>.</summary>
    public string? Worker { get; init; }
    /// <summary>Steps done, from 1.</summary>
    public int Step { get; init; }
    /// <summary>Steps in all.</summary>
    public int Steps { get; init; }
    /// <summary>For <see cref="LiveUpdateKind.Preview"/>: the image's place in the job, from 0.</summary>
    public int Image { get; init; }
    /// <summary>For <see cref="LiveUpdateKind.Preview"/>: a small WebP image, base64.</summary>
    public string? Preview { get; init; }
}
