using KreaPlatform.Contracts.Bus;

namespace KreaPlatform.Gateway.Plans;

/// <summary>
/// Configuration section <c>Plans</c>: plans by name. Those below exist without any configuration; a value in the section changes one of their limits
/// (an empty one lifts it), and another name makes another plan.
/// </summary>
public sealed class PlansOptions() : Dictionary<string, Plan>(Standard(), StringComparer.Ordinal)
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Plans";

    /// <summary>Plan of an account that signs up by itself.</summary>
    public const string Free = "free";
    /// <summary>Prepaid plan.</summary>
    public const string Pro = "pro";
    /// <summary>Plan of accounts that pay by invoice.</summary>
    public const string Enterprise = "enterprise";

    private static Dictionary<string, Plan> Standard() => new()
    {
        [Free] = new Plan
        {
            Name = Free, Tier = Tiers.Free, RequestsPerMinute = 30, ConcurrentJobs = 1, Backlog = 10, OpenStreams = 4, DailyFreeImages = 20, MaxSide = 2048,
            MaxUpscale = 2, MaxDeadline = TimeSpan.FromMinutes(30), MaxAssets = 100, MaxAssetBytes = 250_000_000,
        },
        [Pro] = new Plan
        {
            Name = Pro, Tier = Tiers.Pro, RequestsPerMinute = 300, ConcurrentJobs = 8, Backlog = 200, OpenStreams = 32, MaxSide = 8192,
            MaxAssets = 10_000, MaxAssetBytes = 25_000_000_000,
        },
        [Enterprise] = new Plan
        {
            Name = Enterprise, Tier = Tiers.Enterprise, RequestsPerMinute = 3000, ConcurrentJobs = 64, Backlog = 5000, OpenStreams = 512,
            MaxDeadline = TimeSpan.FromHours(6), CreditMicros = null,
        },
        [Plan.Unlimited.Name] = Plan.Unlimited with { },
    };
}
