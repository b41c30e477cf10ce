namespace KreaPlatform.Contracts.Bus;

/// <summary>Event of a worker: the attempt ended without images.</summary>
public sealed record AttemptFailed
{
    /// <summary>The job.</summary>
    public required string JobId { get; init; }
    /// <summary>Number of the attempt.</summary>
    public required int Attempt { get; init; }
    /// <summary>The worker that owned it.</summary>
    public required string Worker { get; init; }
    /// <summary>One of <see cref="Generation.FailureCode"/>.</summary>
    public required string Code { get; init; }
    /// <summary>For a person; no stack traces, no paths.</summary>
    public required string Message { get; init; }
    /// <summary>Whether another attempt may succeed: true returns the job to the queue (with backoff, up to the limit), false ends it.</summary>
    public required bool Transient { get; init; }
    /// <summary>True when the attempt was given back unharmed (a worker that drains): it does not count against the limit and needs no backoff.</summary>
    public bool GivenBack { get; init; }
    /// <summary>Addresses of images that it had stored before it failed; nobody refers to them.</summary>
    public IReadOnlyList<string> Stored { get; init; } = [];
}
