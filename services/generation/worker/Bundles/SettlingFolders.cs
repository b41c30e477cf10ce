namespace KreaPlatform.Generation.Bundles;

/// <summary>
/// Decides from looks at the bundle folder which sub-folders to judge (verify and load) and which to drop. A folder is judged once for each
/// state it is in, and only when it looked the same twice in a row, so that one being copied is left alone. What lies there at the first look
/// may be judged at once; if that fails, it gets the second look too. Pure: fingerprints in, decisions out.
/// </summary>
public sealed class SettlingFolders
{
    private readonly Dictionary<string, Sighting> _sightings = new(StringComparer.Ordinal);
    private bool _looked;

    /// <summary>Takes one look.</summary>
    /// <param name="fingerprints">Every sub-folder that has a manifest, and a text that changes with any of its files.</param>
    public SettlingVerdict Look(IReadOnlyDictionary<string, string> fingerprints)
    {
        var dropped = _sightings.Keys.Where(folder => !fingerprints.ContainsKey(folder)).ToList();
        foreach (var folder in dropped) _sightings.Remove(folder);

        var due = new List<FolderDue>();
        foreach (var (folder, fingerprint) in fingerprints.OrderBy(f => f.Key, StringComparer.Ordinal))
        {
            var known = _sightings.TryGetValue(folder, out var sighting);
            if (!known) _sightings[folder] = sighting = new Sighting();
            var settled = sighting!.Seen == fingerprint;
            sighting.Seen = fingerprint;
            if (sighting.Judged != fingerprint && (settled || !_looked)) due.Add(new FolderDue(folder, fingerprint, settled));
        }
        _looked = true;
        return new SettlingVerdict(due, dropped);
    }

    /// <summary>Remembers that a folder was judged in a state, so that it is left alone until it changes.</summary>
    public void Judged(string folder, string fingerprint)
    {
        if (_sightings.TryGetValue(folder, out var sighting)) sighting.Judged = fingerprint;
    }

    private sealed class Sighting
    {
        public string? Seen { get; set; }
        public string? Judged { get; set; }
    }
}
