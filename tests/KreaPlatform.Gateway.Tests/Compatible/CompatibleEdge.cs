using KreaPlatform.Gateway.Jobs;
using KreaPlatform.Gateway.Models;
using KreaPlatform.Gateway.Tests.Edge;

namespace KreaPlatform.Gateway.Tests.Compatible;

/// <summary>An edge whose one model answers to the names of other APIs, as in standalone.</summary>
public sealed class CompatibleEdge : EdgeUnderTest
{
    /// <summary>A tier that is going.</summary>
    public const string Going = "krea/krea-2/medium-turbo";
    /// <summary>A tier that has gone.</summary>
    public const string Gone = "krea/krea-2/small";

    /// <inheritdoc/>
    protected override IEnumerable<(string Key, string Value)> Settings =>
    [
        .. PeerNames.All.Select(name => ($"Models:Aliases:{name}", "krea-2-nano")),
        ($"Models:Registry:{Going}:DeprecatedAt", "2026-01-01T00:00:00Z"), ($"Models:Registry:{Going}:SunsetAt", "2100-01-01T00:00:00Z"),
        ($"Models:Registry:{Gone}:SunsetAt", "2026-01-01T00:00:00Z"), ($"Models:Registry:{Gone}:Replacement", "krea/krea-2/medium"),
        ($"Models:Registry:{Gone}:Documentation", "https://example.com/moving"),
    ];

    /// <summary>The job that a caller's call makes, once it is there.</summary>
    public async Task<Job> JobOfAsync(string user)
    {
        for (var i = 0; i < 600; i++)
        {
            if ((await Jobs.ListAsync(Alice, new JobFilter(User: user), null, 1, default)).Items is [var job]) return job;
            await Task.Delay(10);
        }
        throw new TimeoutException();
    }

    /// <summary>The job once it is as asked for.</summary>
    public async Task<Job> UntilAsync(string id, Func<Job, bool> condition)
    {
        for (var i = 0; i < 600; i++)
        {
            if (await Jobs.FindAsync(Alice, id, default) is { } job && condition(job)) return job;
            await Task.Delay(10);
        }
        throw new TimeoutException();
    }
}
