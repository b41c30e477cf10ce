using System.Text.Json;

namespace KreaPlatform.Evaluation.Studio;

/// <summary>Observations in a file, a line each, so that a long evaluation goes on where it was ended.</summary>
internal sealed class ObservationCache : IDisposable
{
    private readonly Dictionary<string, Observation> _known = [];
    private readonly StreamWriter? _writer;

    /// <summary>Opens a file, or keeps them in memory only.</summary>
    public ObservationCache(string? path)
    {
        if (path is null) return;
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        if (File.Exists(path))
            foreach (var line in File.ReadLines(path))
                if (Read(line) is { } entry) _known[entry.Key] = entry.Seen;
        _writer = new StreamWriter(path, append: true) { AutoFlush = true };
    }

    /// <summary>What was observed under a key, or null.</summary>
    public Observation? Find(string key) => _known.GetValueOrDefault(key);

    /// <summary>Keeps an observation.</summary>
    public void Add(string key, Observation observation)
    {
        _known[key] = observation;
        _writer?.WriteLine(JsonSerializer.Serialize(new Entry(key, observation)));
    }

    /// <inheritdoc/>
    public void Dispose() => _writer?.Dispose();

    // The last line of a run that was killed may be cut.
    private static Entry? Read(string line)
    {
        try { return JsonSerializer.Deserialize<Entry>(line); }
        catch (JsonException) { return null; }
    }

    private sealed record Entry(string Key, Observation Seen);
}
