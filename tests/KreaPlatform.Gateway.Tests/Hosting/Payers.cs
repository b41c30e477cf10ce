using KreaPlatform.Contracts.Generation;
using KreaPlatform.Contracts.Ids;
using KreaPlatform.Gateway.Accounts;
using KreaPlatform.Gateway.Billing;
using KreaPlatform.Gateway.Jobs;
using KreaPlatform.Gateway.Keys;
using KreaPlatform.Gateway.Plans;
using Microsoft.EntityFrameworkCore;

namespace KreaPlatform.Gateway.Tests.Hosting;

/// <summary>Accounts with plans and money, for tests of the gateway's core.</summary>
internal static class Payers
{
    /// <summary>Makes an account on a plan of the configuration, with so much paid in.</summary>
    public static async Task<Caller> PayerAsync(this GatewayUnderTest gateway, string plan, long micros = 0)
    {
        var now = DateTimeOffset.UtcNow;
        var id = PrefixedId.New(IdPrefix.Account, now);
        await gateway.Database.WriteAsync(async db =>
        {
            db.Add(new Account { Id = id, Name = "Payer", Plan = plan, CreatedAt = now });
            if (micros > 0) db.Book(await db.LockWalletAsync(id, default), EntryKind.TopUp, micros, "USD", now);
        });
        return new Caller(id, gateway.Get<PlanCatalog>().Of(plan));
    }

    public static async Task<Balance> BalanceAsync(this GatewayUnderTest gateway, Caller payer) =>
        (await gateway.Database.ReadAsync(db => db.Set<Wallet>().SingleOrDefaultAsync(w => w.AccountId == payer.AccountId)))?.Balance ?? default;

    public static Task<List<BalanceEntry>> EntriesAsync(this GatewayUnderTest gateway, Caller payer) =>
        gateway.Database.ReadAsync(db => db.Set<BalanceEntry>().Where(e => e.AccountId == payer.AccountId).OrderBy(e => e.Id).ToListAsync());

    /// <summary>Ends a job as a worker would.</summary>
    public static async Task CompleteAsync(this GatewayUnderTest gateway, Caller payer, string id, int delivered, int refused)
    {
        var attempt = (await gateway.FindAsync(id, payer)).Attempt;
        Assert.True(await gateway.ClaimAsync(id, attempt, "w1"));
        var done = GatewayUnderTest.Completed(id, attempt, "w1");
        var image = done.Images[0];
        await gateway.Bus.Publish(done with
        {
            Images = [.. Enumerable.Range(0, delivered).Select(i => image with { Index = i })],
            Refused = [.. Enumerable.Range(delivered, refused).Select(i => new RefusedImage { Index = i, Code = "safety", Width = 128, Height = 128, Seed = i, Prompt = "a cat" })],
        });
        await gateway.UntilAsync(id, j => j.Status.HasEnded(), payer);
    }
}
