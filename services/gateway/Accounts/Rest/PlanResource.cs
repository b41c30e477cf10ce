using KreaPlatform.Gateway.Plans;

namespace KreaPlatform.Gateway.Accounts.Rest;

/// <summary>A plan as the public API shows it; a limit that is null does not exist.</summary>
public sealed record PlanResource
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }
    /// <summary>Scheduling tier.</summary>
    public required string Tier { get; init; }
    /// <summary>Requests a minute.</summary>
    public required int? RequestsPerMinute { get; init; }
    /// <summary>Generations that wait for a worker or run at once.</summary>
    public required int? ConcurrentGenerations { get; init; }
    /// <summary>Generations that may wait behind those.</summary>
    public required int? Backlog { get; init; }
    /// <summary>Event streams and held answers at once.</summary>
    public required int? OpenStreams { get; init; }
    /// <summary>Images a UTC day that cost nothing.</summary>
    public required int DailyFreeImages { get; init; }
    /// <summary>Longer side of a delivered image, in pixels.</summary>
    public required int? MaxSide { get; init; }
    /// <summary>Greatest enlargement.</summary>
    public required int MaxUpscale { get; init; }
    /// <summary>Models that may be used; null for all.</summary>
    public required IReadOnlyList<string>? Models { get; init; }
    /// <summary>Longest deadline that a generation may name.</summary>
    public required int MaxDeadlineSeconds { get; init; }
    /// <summary>Assets that may be kept.</summary>
    public required int? MaxAssets { get; init; }
    /// <summary>Bytes of all assets together.</summary>
    public required long? MaxAssetBytes { get; init; }

    /// <summary>The resource of a plan.</summary>
    public static PlanResource Of(Plan plan) => new()
    {
        Name = plan.Name, Tier = plan.Tier, RequestsPerMinute = plan.RequestsPerMinute, ConcurrentGenerations = plan.ConcurrentJobs, Backlog = plan.Backlog,
        OpenStreams = plan.OpenStreams, DailyFreeImages = plan.DailyFreeImages, MaxSide = plan.MaxSide, MaxUpscale = plan.MaxUpscale, Models = plan.Models,
        MaxDeadlineSeconds = (int)plan.MaxDeadline.TotalSeconds, MaxAssets = plan.MaxAssets, MaxAssetBytes = plan.MaxAssetBytes,
    };
}
