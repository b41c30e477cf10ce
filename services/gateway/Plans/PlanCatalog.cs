using KreaPlatform.Contracts.Bus;
using Microsoft.Extensions.Options;

namespace KreaPlatform.Gateway.Plans;

/// <summary>The plans of this installation, checked at start.</summary>
public sealed class PlanCatalog
{
    private readonly Dictionary<string, Plan> _plans = new(StringComparer.Ordinal);

    /// <summary>Takes the plans from the configuration.</summary>
    /// <exception cref="OptionsValidationException">A plan makes no sense; the message says which and why.</exception>
    public PlanCatalog(IOptions<PlansOptions> options)
    {
        foreach (var (name, plan) in options.Value)
        {
            if (Fault(plan) is { } fault) throw new OptionsValidationException(PlansOptions.Section, typeof(PlansOptions), [$"Plans:{name} {fault}."]);
            _plans.Add(name, plan with { Name = name });
        }
    }

    /// <summary>Names of all plans.</summary>
    public IReadOnlyCollection<string> Names => _plans.Keys;

    /// <summary>The plan of that name, or null.</summary>
    public Plan? Find(string name) => _plans.GetValueOrDefault(name);

    /// <summary>The plan of an account: one whose plan has left the configuration gets the free one until it is put on another.</summary>
    public Plan Of(string name) => Find(name) ?? _plans[PlansOptions.Free];

    private static string? Fault(Plan plan) => plan switch
    {
        _ when !Tiers.All.Contains(plan.Tier) => $"has the tier '{plan.Tier}'; known are {string.Join(", ", Tiers.All)}",
        { ConcurrentJobs: < 1 } => "must allow at least 1 job at once",
        { RequestsPerMinute: < 1 } => "must allow at least 1 request a minute",
        { Backlog: < 0 } or { DailyFreeImages: < 0 } or { OpenStreams: < 0 } or { MaxAssets: < 0 } or { MaxAssetBytes: < 0 } or { CreditMicros: < 0 } =>
            "has a limit below zero",
        { MaxUpscale: < 1 } => "must allow an enlargement of at least 1",
        _ when plan.DefaultDeadline <= TimeSpan.Zero || plan.MaxDeadline < plan.DefaultDeadline => "must have deadlines above zero, the longest not below the usual one",
        _ => null,
    };
}
