using KreaPlatform.Contracts.Generation;

namespace KreaPlatform.Gateway.Jobs;

/// <summary>A job's row: the truth about a generation, whatever broker, cache or worker say.</summary>
public sealed class Job
{
    /// <summary>Public id, <c>gen_…</c>.</summary>
    public required string Id { get; init; }
    /// <summary>Whose it is.</summary>
    public required string AccountId { get; init; }
    /// <summary>Scheduling tier.</summary>
    public required string Tier { get; init; }
    /// <summary>The model's id (as in the request, for indexes).</summary>
    public required string Model { get; init; }
    /// <summary>The caller's own end user (as in the request, for indexes).</summary>
    public string? EndUser { get; init; }
    /// <summary>What was asked for.</summary>
    public required GenerationRequest Request { get; init; }
    /// <summary>What its images, styles and boards were when it was accepted; null when it has none.</summary>
    public JobSources? Sources { get; init; }
    /// <summary>What it was made from; null for a job of its own.</summary>
    public JobParent? Parent { get; init; }
    /// <summary>Denoising work (<see cref="GenerationRequest.Work"/>).</summary>
    public required long Work { get; init; }
    /// <summary>Where it is.</summary>
    public JobStatus Status { get; set; }
    /// <summary>The attempt that is dispatched or running, from 1.</summary>
    public int Attempt { get; set; }
    /// <summary>Attempts that failed.</summary>
    public int Failures { get; set; }
    /// <summary>Who owns the attempt, while running.</summary>
    public string? Worker { get; set; }
    /// <summary>End of the owner's lease in microseconds of the database clock, while running.</summary>
    public long? LeaseUntil { get; set; }
    /// <summary>When the command is (re)sent if nobody has claimed the attempt.</summary>
    public DateTimeOffset? DispatchAt { get; set; }
    /// <summary>How often the present attempt's command was sent.</summary>
    public int Dispatches { get; set; }
    /// <summary>When it was accepted.</summary>
    public required DateTimeOffset CreatedAt { get; init; }
    /// <summary>When a worker first owned it.</summary>
    public DateTimeOffset? StartedAt { get; set; }
    /// <summary>When it ended.</summary>
    public DateTimeOffset? EndedAt { get; set; }
    /// <summary>When it fails if it has not ended.</summary>
    public required DateTimeOffset Deadline { get; init; }
    /// <summary>Why it failed; one of <see cref="FailureCode"/>.</summary>
    public string? ErrorCode { get; set; }
    /// <summary>The same for a person.</summary>
    public string? ErrorMessage { get; set; }
    /// <summary>How the images were made.</summary>
    public GenerationReceipt? Receipt { get; set; }
    /// <summary>Whether it counts against its account's concurrent jobs: so it was when the plan that it was accepted under had such a limit.</summary>
    public bool Counted { get; set; }
    /// <summary>Price of an image, in micro-units.</summary>
    public long UnitPriceMicros { get; set; }
    /// <summary>Images that the plan's free ones cover.</summary>
    public int FreeImages { get; set; }
    /// <summary>Images that were delivered, once it has ended.</summary>
    public int DeliveredImages { get; set; }
    /// <summary>What it costs: the price of all its images while it is open, of the delivered ones once it has ended.</summary>
    public long PriceMicros { get; set; }
    /// <summary>What was given back of that.</summary>
    public long RefundedMicros { get; set; }
    /// <summary>ISO 4217, of its price.</summary>
    public string Currency { get; set; } = "";
    /// <summary>How many transitions it has had: the number of the latest.</summary>
    public int TransitionCount { get; set; }
    /// <summary>Counts the writes, so that two at once can't both win.</summary>
    public int Version { get; set; }
    /// <summary>The images, once completed.</summary>
    public List<JobImage> Images { get; init; } = [];

    /// <summary>The part that a worker needs.</summary>
    public GenerationSpec ToSpec() => Request.ToSpec(Sources);

    /// <summary>The part that the state machine decides over.</summary>
    public JobState State => new(Status, Attempt, Worker, Failures);
}
