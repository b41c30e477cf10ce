using KreaPlatform.Contracts.Ids;

namespace KreaPlatform.Generation.Hosting;

/// <summary>Who this process is to the gateway.</summary>
/// <param name="Id">New at every start, so that a restarted worker can't act for the one before it.</param>
public sealed record WorkerIdentity(string Id)
{
    /// <summary>A new identity.</summary>
    public static WorkerIdentity New(TimeProvider clock) => new(PrefixedId.New(IdPrefix.Worker, clock.GetUtcNow()));
}
