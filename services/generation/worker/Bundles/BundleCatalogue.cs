using System.Text.Json;
using KreaPlatform.Contracts.Generation;
using KreaPlatform.Generation.Engines;
using KreaPlatform.Generation.Hosting;
using Microsoft.Extensions.Options;

namespace KreaPlatform.Generation.Bundles;

/// <summary>
/// The models that this worker has: every bundle in the folder, loaded or with the reason why not. One broken bundle never keeps another from
/// being served. <see cref="Scan"/> is called by one thread at a time; the rest is thread-safe.
/// </summary>
public sealed partial class BundleCatalogue(IImageEngine engine, IOptions<WorkerOptions> options, ILogger<BundleCatalogue> log) : IDisposable
{
    private readonly SettlingFolders _folders = new();
    private readonly Lock _gate = new();
    private readonly SortedDictionary<string, Entry> _entries = new(StringComparer.Ordinal);
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Every model by id, available or not. Where two folders have the same id, the first folder by name that can be served counts.</summary>
    public IReadOnlyList<ModelDescription> Models
    {
        get
        {
            lock (_gate) return [.. _entries.Values.Select(e => e.Description).OrderByDescending(d => d.Available).DistinctBy(d => d.Id).OrderBy(d => d.Id)];
        }
    }

    /// <summary>Completes when <see cref="Models"/> next changes. Take it before reading them.</summary>
    public Task Changed
    {
        get
        {
            lock (_gate) return _changed.Task;
        }
    }

    /// <summary>Whether the folder has been looked at.</summary>
    public bool HasScanned { get; private set; }

    /// <summary>A loaded model, or null when none of that id can be served.</summary>
    public ModelLease? Rent(string id)
    {
        lock (_gate)
        {
            foreach (var entry in _entries.Values)
                if (entry.Description.Id == id && entry.Model?.TryRent() is { } lease) return lease;
            return null;
        }
    }

    /// <summary>Looks at the folder once: loads what is new and settled, drops what is gone. Blocks while it verifies and loads.</summary>
    public void Scan()
    {
        var root = Path.GetFullPath(options.Value.BundlesFolder);
        var verdict = _folders.Look(FolderFingerprint.Of(root));
        foreach (var folder in verdict.Dropped) Replace(folder, null);
        foreach (var due in verdict.Due) Judge(due);
        if (HasScanned) return;
        HasScanned = true;
        if (Models.Count == 0) LogNothing(log, root);
        Announce();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_gate)
        {
            foreach (var entry in _entries.Values) entry.Model?.Retire();
            _entries.Clear();
        }
    }

    private void Judge(FolderDue due)
    {
        var name = Path.GetFileName(due.Folder);
        IEngineModel? model = null;
        Exception? fault = null;
        try { model = engine.Load(due.Folder); }
        catch (Exception e) { fault = e; }

        // It changed under our hands: what was read is not what lies there now.
        if (FolderFingerprint.TryTake(due.Folder) != due.Fingerprint)
        {
            model?.Dispose();
            return;
        }
        if (model is not null)
        {
            LogLoaded(log, model.Description.Id, name, model.Description.Bundle);
            _folders.Judged(due.Folder, due.Fingerprint);
            Replace(due.Folder, new Entry(model.Description, new SharedModel(model)));
        }
        else if (due.Settled)
        {
            var reason = fault is UnusableBundleException ? fault.Message : $"the engine can't load it: {fault!.Message}";
            LogUnusable(log, name, reason, fault is UnusableBundleException ? null : fault);
            _folders.Judged(due.Folder, due.Fingerprint);
            Replace(due.Folder, new Entry(Unavailable(due.Folder, reason), null));
        }
    }

    private void Replace(string folder, Entry? entry)
    {
        Entry? old;
        lock (_gate)
        {
            _entries.Remove(folder, out old);
            if (entry is not null) _entries[folder] = entry;
        }
        if (entry is null && old is not null) LogDropped(log, Path.GetFileName(folder));
        old?.Model?.Retire();
        if (entry is not null || old is not null) Announce();
    }

    private void Announce()
    {
        TaskCompletionSource changed;
        lock (_gate)
        {
            changed = _changed;
            _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }
        changed.TrySetResult();
    }

    // A broken bundle should still be listed under the name that clients know, where its manifest can be read that far.
    private static ModelDescription Unavailable(string folder, string reason)
    {
        var (id, family) = (Path.GetFileName(folder), "unknown");
        try
        {
            using var manifest = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, BundleManifestReader.ManifestFile)));
            if (manifest.RootElement.TryGetProperty("id", out var named)) id = named.GetString() is { Length: > 0 } text ? text : id;
            if (manifest.RootElement.TryGetProperty("family", out var of)) family = of.GetString() ?? family;
        }
        catch (Exception e) when (e is JsonException or IOException or InvalidOperationException or UnauthorizedAccessException) { }
        return new ModelDescription { Id = id, Family = family, Bundle = "", Available = false, Reason = reason };
    }

    private sealed record Entry(ModelDescription Description, SharedModel? Model);

    [LoggerMessage(Level = LogLevel.Information, Message = "Serving {Model} from {Folder} (bundle {Bundle})")]
    private static partial void LogLoaded(ILogger log, string model, string folder, string bundle);

    [LoggerMessage(Level = LogLevel.Error, Message = "Bundle {Folder} can't be served: {Reason}")]
    private static partial void LogUnusable(ILogger log, string folder, string reason, Exception? exception);

    [LoggerMessage(Level = LogLevel.Information, Message = "Bundle {Folder} is gone")]
    private static partial void LogDropped(ILogger log, string folder);

    [LoggerMessage(Level = LogLevel.Warning, Message = "No model bundles in {Folder} yet")]
    private static partial void LogNothing(ILogger log, string folder);
}
