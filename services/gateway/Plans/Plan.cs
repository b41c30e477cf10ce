using KreaPlatform.Contracts.Bus;

namespace KreaPlatform.Gateway.Plans;

/// <summary>What an account may do. Configuration says it (<see cref="PlansOptions"/>); a limit that is null does not exist.</summary>
public sealed record Plan
{
    /// <summary>Its name, as in the configuration.</summary>
    public string Name { get; init; } = "";
    /// <summary>Scheduling tier of its jobs; one of <see cref="Tiers"/>.</summary>
    public string Tier { get; init; } = Tiers.Free;
    /// <summary>Requests a minute.</summary>
    public int? RequestsPerMinute { get; init; }
    /// <summary>Jobs that wait for a worker or run at once; at least 1.</summary>
    public int? ConcurrentJobs { get; init; }
    /// <summary>Jobs that may wait behind those.</summary>
    public int? Backlog { get; init; }
    /// <summary>Answers held open at once: event streams and waits.</summary>
    public int? OpenStreams { get; init; }
    /// <summary>Images of each UTC day that cost nothing.</summary>
    public int DailyFreeImages { get; init; }
    /// <summary>Longer side of a delivered image, in pixels.</summary>
    public int? MaxSide { get; init; }
    /// <summary>Greatest enlargement: 1, 2, 3, 4 or 8.</summary>
    public int MaxUpscale { get; init; } = 8;
    /// <summary>Ids of the models that it may use; null for all.</summary>
    public IReadOnlyList<string>? Models { get; init; }
    /// <summary>Deadline of a job that names none.</summary>
    public TimeSpan DefaultDeadline { get; init; } = TimeSpan.FromMinutes(10);
    /// <summary>Longest deadline that a job may name.</summary>
    public TimeSpan MaxDeadline { get; init; } = TimeSpan.FromHours(1);
    /// <summary>Assets that an account may keep.</summary>
    public int? MaxAssets { get; init; }
    /// <summary>Bytes of all its assets together.</summary>
    public long? MaxAssetBytes { get; init; }
    /// <summary>How far the balance may fall below zero, in micro-units, for accounts that pay later; null without limit.</summary>
    public long? CreditMicros { get; init; } = 0;

    /// <summary>No limit of any kind: the plan of the development key, and of accounts that the operator puts on it.</summary>
    public static Plan Unlimited { get; } = new() { Name = "unlimited", Tier = Tiers.Pro, CreditMicros = null };
}
