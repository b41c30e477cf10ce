using System.Collections.Concurrent;

namespace KreaPlatform.Gateway.Keys;

/// <summary>
/// What this gateway knows of keys, so that a request costs no look at the database. Entries live shortly; a change of an account forgets its keys at once,
/// here and (<see cref="KeyChanges"/>) in every other gateway. Keys that let nobody in are kept apart, so that a flood of those pushes out no good one.
/// </summary>
public sealed class KeyCache(TimeProvider clock)
{
    /// <summary>How long an entry lives when no word of a change arrives.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(30);
    /// <summary>Most entries of each kind; beyond it they are learnt anew.</summary>
    public const int Most = 50_000;

    private readonly ConcurrentDictionary<KeyDigest, (KnownKey Key, long At)> _callers = new();
    private readonly ConcurrentDictionary<KeyDigest, (KnownKey Key, long At)> _nobody = new();
    private long _epoch;

    /// <summary>Grows with every change; what was read before a change is not kept after it.</summary>
    public long Epoch => Interlocked.Read(ref _epoch);

    /// <summary>What is known of a key; null when it must be looked up.</summary>
    public KnownKey? Find(KeyDigest digest) =>
        (_callers.TryGetValue(digest, out var entry) || _nobody.TryGetValue(digest, out entry)) && clock.GetElapsedTime(entry.At) < Lifetime ? entry.Key : null;

    /// <summary>Keeps what was read at <paramref name="epoch"/>, unless something changed since.</summary>
    public void Keep(KeyDigest digest, KnownKey key, long epoch)
    {
        var (entries, others) = key.Caller is null ? (_nobody, _callers) : (_callers, _nobody);
        if (entries.Count >= Most) entries.Clear();
        others.TryRemove(digest, out _);
        entries[digest] = (key, clock.GetTimestamp());
        if (Epoch != epoch) entries.TryRemove(digest, out _);
    }

    /// <summary>Forgets the keys of an account.</summary>
    public void Forget(string accountId)
    {
        Interlocked.Increment(ref _epoch);
        foreach (var (digest, entry) in _callers)
            if (entry.Key.Caller!.AccountId == accountId) _callers.TryRemove(digest, out _);
    }

    /// <summary>Forgets everything: word of changes may have been missed.</summary>
    public void Clear()
    {
        Interlocked.Increment(ref _epoch);
        _callers.Clear();
        _nobody.Clear();
    }
}
