using KreaPlatform.Gateway.Data;
using KreaPlatform.Gateway.Idempotency;
using KreaPlatform.Gateway.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace KreaPlatform.Gateway.Tests.Idempotency;

/// <summary>Keys over crashes and over several gateways.</summary>
public abstract class IdempotencyStoreTests
{
    protected abstract Task<GatewayUnderTest> StartAsync();

    [Fact]
    public async Task A_run_that_died_after_making_something_is_followed_by_one_that_finds_it()
    {
        await using var gateway = await StartAsync();
        var store = gateway.Get<IdempotencyStore>();
        var dead = await RunAsync(store, "k");
        var job = (await gateway.Jobs.SubmitAsync(GatewayUnderTest.Alice, new(GatewayUnderTest.Request(), null), null, dead, default)).Accepted;
        Assert.IsType<IdempotencyStart.InFlight>(await store.BeginAsync("acc_alice", "k", "f", default));
        await DieAsync(gateway, "k");

        var next = await RunAsync(store, "k");
        Assert.Equal(job.Id, next.Resource);
        var found = (await gateway.Jobs.SubmitAsync(GatewayUnderTest.Alice, new(GatewayUnderTest.Request(), null), null, next, default)).Accepted;
        Assert.Equal(job.Id, found.Id);
        Assert.Equal(1, await gateway.Database.ReadAsync(db => db.Jobs.CountAsync()));
    }

    [Fact]
    public async Task A_run_that_was_thought_dead_makes_nothing()
    {
        await using var gateway = await StartAsync();
        var store = gateway.Get<IdempotencyStore>();
        var slow = await RunAsync(store, "k");
        await DieAsync(gateway, "k");
        var next = await RunAsync(store, "k");
        await Assert.ThrowsAsync<IdempotencyLostException>(() => gateway.Jobs.SubmitAsync(GatewayUnderTest.Alice, new(GatewayUnderTest.Request(), null), null, slow, default));
        await store.CompleteAsync(slow, new StoredAnswer(202, null, null, [1]));
        await store.ReleaseAsync(slow);

        await gateway.Jobs.SubmitAsync(GatewayUnderTest.Alice, new(GatewayUnderTest.Request(), null), null, next, default);
        Assert.Equal(1, await gateway.Database.ReadAsync(db => db.Jobs.CountAsync()));
    }

    [Fact]
    public async Task Of_many_that_begin_at_once_one_runs()
    {
        await using var gateway = await StartAsync();
        var store = gateway.Get<IdempotencyStore>();
        var starts = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => Task.Run(() => store.BeginAsync("acc_alice", "k", "f", default))));
        Assert.Single(starts.OfType<IdempotencyStart.Run>());
        Assert.Equal(39, starts.OfType<IdempotencyStart.InFlight>().Count());
    }

    [Fact]
    public async Task A_key_is_free_again_after_its_day()
    {
        await using var gateway = await StartAsync();
        var store = gateway.Get<IdempotencyStore>();
        await store.CompleteAsync(await RunAsync(store, "k"), new StoredAnswer(200, "text/plain", null, [1]));
        Assert.IsType<IdempotencyStart.Replay>(await store.BeginAsync("acc_alice", "k", "f", default));
        await gateway.Database.WriteAsync(db => Rows(db, "k").ExecuteUpdateAsync(s => s.SetProperty(r => r.ExpiresAt, DateTimeOffset.UnixEpoch)));
        Assert.Null((await RunAsync(store, "k", "other")).Resource);
        await gateway.Database.WriteAsync(db => Rows(db, "k").ExecuteUpdateAsync(s => s.SetProperty(r => r.ExpiresAt, DateTimeOffset.UnixEpoch)));
        Assert.Equal(1, await store.SweepAsync(default));
    }

    private static async Task<IdempotencyClaim> RunAsync(IdempotencyStore store, string key, string fingerprint = "f") =>
        Assert.IsType<IdempotencyStart.Run>(await store.BeginAsync("acc_alice", key, fingerprint, default)).Claim;

    private static Task DieAsync(GatewayUnderTest gateway, string key) =>
        gateway.Database.WriteAsync(db => Rows(db, key).ExecuteUpdateAsync(s => s.SetProperty(r => r.LeaseUntil, 0L)));

    private static IQueryable<IdempotencyRecord> Rows(GatewayDb db, string key) => db.Set<IdempotencyRecord>().Where(r => r.Key == key);
}
