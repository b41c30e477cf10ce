using KreaPlatform.Gateway.Billing;
using KreaPlatform.Gateway.Data;
using KreaPlatform.Gateway.Jobs;
using KreaPlatform.Gateway.Keys;
using KreaPlatform.Gateway.Plans;
using KreaPlatform.ServiceDefaults.Data;
using Microsoft.EntityFrameworkCore;

namespace KreaPlatform.Gateway.Accounts;

/// <summary>Shows an account what it may do and where it stands.</summary>
public sealed class AccountService(ServiceDatabase<GatewayDb> database, PlanCatalog plans, TimeProvider clock)
{
    /// <summary>The caller's account.</summary>
    public async Task<AccountView> ViewAsync(Caller caller, CancellationToken cancel) =>
        await FindAsync(caller.AccountId, cancel) ?? throw new InvalidOperationException($"The account {caller.AccountId} has no row.");

    /// <summary>An account by its id, or null.</summary>
    public Task<AccountView?> FindAsync(string id, CancellationToken cancel) => database.ReadAsync(async db =>
    {
        if (await db.Set<Account>().SingleOrDefaultAsync(a => a.Id == id, cancel) is not { } account) return null;
        var plan = plans.Of(account.Plan);
        var wallet = await db.Set<Wallet>().SingleOrDefaultAsync(w => w.AccountId == id, cancel);
        var today = Reservations.DayOf(clock.GetUtcNow());
        var used = await db.Set<FreeImageDay>().Where(d => d.AccountId == id && d.Day == today).Select(d => d.Used).SingleOrDefaultAsync(cancel);
        var (active, waiting) = await Backlog.CountAsync(db, id, null, cancel);
        return new AccountView(account, plan, wallet?.Balance ?? default, Math.Max(0, plan.DailyFreeImages - used), active, waiting);
    }, cancel);
}
