using System.Collections.Concurrent;

namespace KreaPlatform.Gateway.Keys;

/// <summary>Notes when keys are used; <see cref="KeyUseWriter"/> writes it down from time to time, so that no request waits for it.</summary>
public sealed class KeyUse(TimeProvider clock)
{
    private ConcurrentDictionary<string, DateTimeOffset> _used = new();

    /// <summary>The key was used now.</summary>
    public void Note(string keyId) => _used[keyId] = clock.GetUtcNow();

    /// <summary>What was noted since the last call.</summary>
    public IReadOnlyCollection<KeyValuePair<string, DateTimeOffset>> Take() => Interlocked.Exchange(ref _used, new());
}
