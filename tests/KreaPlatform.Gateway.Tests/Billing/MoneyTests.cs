using KreaPlatform.Gateway.Billing;
using KreaPlatform.Gateway.Jobs;
using KreaPlatform.Gateway.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace KreaPlatform.Gateway.Tests.Billing;

/// <summary>What holds of every payer's money, on either database.</summary>
public abstract class MoneyTests
{
    private const long Price = 1000;

    protected abstract Task<GatewayUnderTest> StartAsync(params (string, string)[] settings);

    private Task<GatewayUnderTest> StartPricedAsync() => StartAsync(("Prices:Models:krea-2-nano:PerImageMicros", $"{Price}"));

    [Fact]
    public async Task A_job_sets_its_price_aside_and_is_charged_for_what_was_delivered()
    {
        await using var gateway = await StartPricedAsync();
        var payer = await gateway.PayerAsync("pro", 10 * Price);
        var job = await gateway.SubmitAsync(GatewayUnderTest.Request() with { N = 4 }, payer);
        Assert.Equal((4 * Price, "USD"), (job.PriceMicros, job.Currency));
        Assert.Equal(new Balance(6 * Price, 4 * Price), await gateway.BalanceAsync(payer));

        await gateway.CompleteAsync(payer, job.Id, delivered: 1, refused: 3);
        Assert.Equal(Price, (await gateway.FindAsync(job.Id, payer)).PriceMicros);
        Assert.Equal(new Balance(9 * Price, 0), await gateway.BalanceAsync(payer));
        Assert.Equal([EntryKind.Charge, EntryKind.Release, EntryKind.Reservation, EntryKind.TopUp], (await gateway.EntriesAsync(payer)).Select(e => e.Kind).Order(NameOrder));
    }

    [Theory]
    [InlineData("fail")]
    [InlineData("refuse")]
    [InlineData("cancel")]
    public async Task A_job_without_images_costs_nothing(string end)
    {
        await using var gateway = await StartPricedAsync();
        var payer = await gateway.PayerAsync("pro", 10 * Price);
        var job = await gateway.SubmitAsync(caller: payer);
        if (end == "cancel") await gateway.Jobs.CancelAsync(payer, job.Id, default);
        else if (end == "refuse") await gateway.CompleteAsync(payer, job.Id, delivered: 0, refused: 1);
        else
        {
            Assert.True(await gateway.ClaimAsync(job.Id, 1, "w1"));
            await gateway.Bus.Publish(GatewayUnderTest.Failed(job.Id, 1, "w1", transient: false));
            await gateway.UntilAsync(job.Id, j => j.Status == JobStatus.Failed, payer);
        }
        Assert.Equal(new Balance(10 * Price, 0), await gateway.BalanceAsync(payer));
        Assert.Equal(0, (await gateway.FindAsync(job.Id, payer)).PriceMicros);
    }

    [Fact]
    public async Task Of_many_submits_at_once_on_a_balance_for_one_exactly_one_is_accepted()
    {
        await using var gateway = await StartPricedAsync();
        var payer = await gateway.PayerAsync("pro", Price);
        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => gateway.Jobs.SubmitAsync(payer, new(GatewayUnderTest.Request(), null), null, null, default)));
        Assert.Single(answers, a => a.Job is not null);
        Assert.All(answers.Where(a => a.Job is null), a =>
            Assert.Equal(new PaymentNeeded(Price, 0, Price, "USD", 0), Assert.IsType<AdmissionRefusal.Unpaid>(a.Refusal).Payment));
        Assert.Equal(new Balance(0, Price), await gateway.BalanceAsync(payer));
    }

    [Fact]
    public async Task Free_images_of_the_day_come_first_and_those_not_delivered_come_back()
    {
        await using var gateway = await StartAsync(("Prices:Models:krea-2-nano:PerImageMicros", $"{Price}"), ("Plans:free:DailyFreeImages", "5"), ("Plans:free:ConcurrentJobs", "9"));
        var payer = await gateway.PayerAsync("free", 0);
        var first = await gateway.SubmitAsync(GatewayUnderTest.Request() with { N = 4 }, payer);
        Assert.Equal((4, 0), (first.FreeImages, first.PriceMicros));

        // One is left for an order of three: two must be paid, and there is no money.
        var second = await gateway.Jobs.SubmitAsync(payer, new(GatewayUnderTest.Request() with { N = 3 }, null), null, null, default);
        Assert.Equal(new PaymentNeeded(2 * Price, 0, 2 * Price, "USD", 1), Assert.IsType<AdmissionRefusal.Unpaid>(second.Refusal).Payment);

        await gateway.Jobs.CancelAsync(payer, first.Id, default);
        var third = await gateway.SubmitAsync(GatewayUnderTest.Request() with { N = 5 }, payer);
        Assert.Equal((5, 0), (third.FreeImages, third.PriceMicros));
        Assert.Equal(new Balance(0, 0), await gateway.BalanceAsync(payer));
        Assert.Empty(await gateway.EntriesAsync(payer));
    }

    [Fact]
    public async Task An_account_that_pays_later_may_owe()
    {
        await using var gateway = await StartPricedAsync();
        var payer = await gateway.PayerAsync("enterprise", 0);
        var job = await gateway.SubmitAsync(caller: payer);
        await gateway.CompleteAsync(payer, job.Id, delivered: 1, refused: 0);
        Assert.Equal(new Balance(-Price, 0), await gateway.BalanceAsync(payer));
    }

    [Fact]
    public async Task After_many_jobs_at_once_the_wallet_agrees_with_its_entries()
    {
        await using var gateway = await StartPricedAsync();
        var payer = await gateway.PayerAsync("pro", 30 * Price);
        await Task.WhenAll(Enumerable.Range(0, 20).Select(async i =>
        {
            var admission = await gateway.Jobs.SubmitAsync(payer, new(GatewayUnderTest.Request() with { N = 1 + i % 3 }, null), null, null, default);
            if (admission.Job is { } job && i % 2 == 0) await gateway.Jobs.CancelAsync(payer, job.Id, default);
        }));
        var entries = await gateway.EntriesAsync(payer);
        var balance = await gateway.BalanceAsync(payer);
        Assert.Equal(entries.Sum(e => e.AmountMicros), balance.AvailableMicros);
        Assert.Equal(-entries.Where(e => e.JobId is not null).Sum(e => e.AmountMicros), balance.ReservedMicros);
        var waiting = (await gateway.Database.ReadAsync(db => db.Jobs.Where(j => j.AccountId == payer.AccountId).ToListAsync())).Where(j => !j.Status.HasEnded());
        Assert.Equal(waiting.Sum(j => j.PriceMicros), balance.ReservedMicros);
    }

    [Fact]
    public async Task The_database_itself_refuses_to_change_or_delete_an_entry()
    {
        await using var gateway = await StartPricedAsync();
        var payer = await gateway.PayerAsync("pro", Price);
        await Assert.ThrowsAnyAsync<Exception>(() => gateway.Database.WriteAsync(db => db.Set<BalanceEntry>().ExecuteDeleteAsync()));
        await Assert.ThrowsAnyAsync<Exception>(() =>
            gateway.Database.WriteAsync(db => db.Set<BalanceEntry>().ExecuteUpdateAsync(set => set.SetProperty(e => e.AmountMicros, 1L))));
        Assert.Equal(Price, Assert.Single(await gateway.EntriesAsync(payer)).AmountMicros);
    }

    private static readonly IComparer<EntryKind> NameOrder = Comparer<EntryKind>.Create((a, b) => string.CompareOrdinal(a.ToString(), b.ToString()));
}
