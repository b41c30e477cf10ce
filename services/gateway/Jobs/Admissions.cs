using KreaPlatform.Gateway.Billing;
using KreaPlatform.Gateway.Data;
using KreaPlatform.Gateway.Plans;

namespace KreaPlatform.Gateway.Jobs;

/// <summary>Judges whether the plan and the balance allow a job, inside the transaction that accepts it.</summary>
public sealed class Admissions(Reservations reservations)
{
    /// <summary>1. Asks the plan. 2. Locks the wallet, if anything is counted. 3. Finds the job its place. 4. Sets its price aside.</summary>
    /// <returns>Null, or why not; then nothing was changed.</returns>
    public async Task<AdmissionRefusal?> AdmitAsync(GatewayDb db, Job job, Plan plan, CancellationToken cancel)
    {
        // 1.
        if (PlanRules.Judge(job.Request, plan) is { Count: > 0 } errors) return new AdmissionRefusal.NotInPlan(errors);
        // 2.
        var costs = reservations.Concern(job);
        var wallet = costs || plan.ConcurrentJobs is not null ? await db.LockWalletAsync(job.AccountId, cancel) : null;
        // 3.
        if (await Backlog.PlaceAsync(db, job, plan, cancel) is { } full) return full;
        // 4.
        return costs ? await reservations.ReserveAsync(db, wallet!, job, plan, cancel) : null;
    }
}
