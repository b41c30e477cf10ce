using System.Collections.Immutable;
using KreaPlatform.Contracts.Bus;
using KreaPlatform.Contracts.Generation;
using Microsoft.Extensions.Options;

namespace KreaPlatform.Gateway.Models;

/// <summary>
/// The models that can be asked for, as the workers report them. A model stays known for a while after its last worker fell silent: its jobs
/// wait in the queue rather than being turned away while a worker restarts.
/// </summary>
public sealed class ModelRegistry(TimeProvider clock, IOptions<ModelsOptions> options)
{
    private readonly Lock _gate = new();
    private ImmutableDictionary<string, WorkerReport> _reports = ImmutableDictionary<string, WorkerReport>.Empty;

    /// <summary>Every known model, by id; where workers differ, the one that serves it speaks for all.</summary>
    public IReadOnlyList<ModelDescription> All => [.. Known()
        .SelectMany(r => r.Models)
        .GroupBy(m => m.Id)
        .Select(g => g.OrderByDescending(m => m.Available).First())
        .OrderBy(m => m.Id, StringComparer.Ordinal)];

    /// <summary>The model that a request without <c>model</c> gets: the configured one, else the first available one; null while no worker has reported.</summary>
    public string? DefaultModel => options.Value.Default ?? All.OrderByDescending(m => m.Available).FirstOrDefault()?.Id;

    /// <summary>The model of that id, or null.</summary>
    public ModelDescription? Find(string id) => All.FirstOrDefault(m => m.Id == id);

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
