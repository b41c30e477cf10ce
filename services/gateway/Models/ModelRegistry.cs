using System.Collections.Immutable;
using KreaPlatform.Contracts.Bus;
using KreaPlatform.Contracts.Generation;
using Microsoft.Extensions.Options;

namespace KreaPlatform.Gateway.Models;

/// <summary>
/// The models that can be asked for: what workers report, with the names and the lifecycle that the operator gives them. A model stays known for a
/// while after its last worker fell silent: its jobs wait in the queue rather than being turned away while a worker restarts.
/// </summary>
public sealed class ModelRegistry(TimeProvider clock, IOptions<ModelsOptions> options)
{
    private readonly Lock _gate = new();
    private ImmutableDictionary<string, WorkerReport> _reports = ImmutableDictionary<string, WorkerReport>.Empty;

    /// <summary>Every known model that is not retired, by id; where workers differ, the one that serves it speaks for all.</summary>
    public IReadOnlyList<ModelDescription> All => [.. Reported.Where(m => !IsRetired(m.Id)).OrderBy(m => m.Id, StringComparer.Ordinal)];

    /// <summary>Every entry, by id: the models that workers have, and those that only the operator knows (not there now, or retired).</summary>
    public IReadOnlyList<OfferedModel> Offered
    {
        get
        {
            var reported = Reported.ToList();
            var unreported = options.Value.Registry.Keys
                .Where(name => reported.All(m => m.Id != name) && IdOf(name) == name)
                .Select(Unreported);
            return [.. reported.Concat(unreported).Select(Offer).OrderBy(m => m.Id, StringComparer.Ordinal)];
        }
    }

    /// <summary>The model that a request without <c>model</c> gets: the configured one, else the first available one; null while no worker has reported.</summary>
    public string? DefaultModel => options.Value.Default
        ?? All.OrderByDescending(m => m.Available).ThenBy(m => LifecycleOf(m.Id).StateAt(clock.GetUtcNow()) != ModelState.Stable)
            .FirstOrDefault()?.Id;

    /// <summary>The model of that id or alias, or null. A retired one is there, and is not available.</summary>
    public ModelDescription? Find(string name)
    {
        var id = IdOf(name);
        var found = Reported.FirstOrDefault(m => m.Id == id);
        return RetiredReason(name) is { } retired ? (found ?? Unreported(id)) with { Available = false, Reason = retired } : found;
    }

    /// <summary>The entry of that id or alias, or null.</summary>
    public OfferedModel? FindOffered(string name)
    {
        var id = IdOf(name);
        return Offered.FirstOrDefault(m => m.Id == id);
    }

    /// <summary>What the operator says about a name; what is said about an alias goes before what is said about its model.</summary>
    public ModelLifecycle LifecycleOf(string name) =>
        options.Value.Registry.GetValueOrDefault(name) ?? options.Value.Registry.GetValueOrDefault(IdOf(name)) ?? ModelLifecycle.Unbounded;

    /// <summary>Why nothing is made under that name any more; null unless it, or the model that it means, is retired.</summary>
    public string? RetiredReason(string name)
    {
        var now = clock.GetUtcNow();
        return LifecycleOf(name).RetiredReason(name, now) ?? LifecycleOf(IdOf(name)).RetiredReason(IdOf(name), now);
    }

    /// <summary>How many jobs of a model the workers run at once, by those who reported lately.</summary>
    public int SlotsFor(string model)
    {
        var now = clock.GetUtcNow();
        return Known().Where(r => now - r.At < options.Value.SilentAfter && r.Models.Any(m => m.Id == model && m.Available)).Sum(r => r.Slots);
    }

    /// <summary>Takes a worker's report; an older one than the last is ignored.</summary>
    public void Accept(WorkerReport report)
    {
        lock (_gate)
        {
            if (_reports.TryGetValue(report.Worker, out var last) && last.At > report.At) return;
            // A worker that left keeps its models known until they are forgotten, but no slots.
            var entry = report.Leaving ? report with { Slots = 0 } : report;
            _reports = _reports.SetItem(report.Worker, entry);
        }
    }

    private IEnumerable<ModelDescription> Reported => Known()
        .SelectMany(r => r.Models)
        .GroupBy(m => m.Id)
        .Select(g => g.OrderByDescending(m => m.Available).First());

    private ModelDescription Unreported(string id) =>
        new() { Id = id, Family = LifecycleOf(id).Family ?? "", Bundle = "", Available = false, Reason = "no worker has told of it" };

    private bool IsRetired(string name) => RetiredReason(name) is not null;

    // An alias must not take the place of a model that is there under its own name.
    private string IdOf(string name) =>
        options.Value.Aliases.GetValueOrDefault(name) is { Length: > 0 } meant && Known().All(r => r.Models.All(m => m.Id != name)) ? meant : name;

    private OfferedModel Offer(ModelDescription model)
    {
        var aliases = options.Value.Aliases.Where(a => a.Value == model.Id && IdOf(a.Key) == model.Id && !IsRetired(a.Key)).Select(a => a.Key);
        var lifecycle = LifecycleOf(model.Id);
        var state = lifecycle.StateAt(clock.GetUtcNow());
        var shown = lifecycle.RetiredReason(model.Id, clock.GetUtcNow()) is { } retired ? model with { Available = false, Reason = retired } : model;
        return new OfferedModel(shown, [.. aliases.Order(StringComparer.Ordinal)], lifecycle, state);
    }

    private IEnumerable<WorkerReport> Known()
    {
        var now = clock.GetUtcNow();
        var reports = _reports;
        var stale = reports.Values.Where(r => now - r.At > options.Value.ForgetAfter).Select(r => r.Worker).ToList();
        if (stale.Count == 0) return reports.Values;
        lock (_gate) _reports = _reports.RemoveRange(stale);
        return reports.RemoveRange(stale).Values;
    }
}
