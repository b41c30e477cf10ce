using KreaPlatform.Gateway.Data;

namespace KreaPlatform.Gateway.Jobs;

/// <summary>Something that follows from a job's move and must be committed with it: money, events, deliveries.</summary>
public interface IJobConsequence
{
    /// <summary>Adds its rows to the transaction of the move. Must not fail for business reasons: the move has been decided.</summary>
    /// <param name="db">The move's transaction.</param>
    /// <param name="job">The job after the move, with receipt and images when it completed.</param>
    /// <param name="transition">One of <see cref="TransitionType"/>.</param>
    /// <param name="now">When it moved.</param>
    /// <param name="cancel">Gives up, and with it the move.</param>
    Task ApplyAsync(GatewayDb db, Job job, string transition, DateTimeOffset now, CancellationToken cancel);
}
