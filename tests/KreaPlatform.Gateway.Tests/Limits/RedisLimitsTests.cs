using KreaPlatform.Contracts.Live;
using KreaPlatform.Gateway.Limits;
using KreaPlatform.Gateway.Tests.Hosting;
using StackExchange.Redis;

namespace KreaPlatform.Gateway.Tests.Limits;

/// <summary>Limits over several gateways, each with a connection of its own, on a real Redis.</summary>
public sealed class RedisLimitsTests(RedisServer server) : IClassFixture<RedisServer>
{
    [Fact]
    public async Task Several_gateways_together_let_no_more_pass_than_one()
    {
        var gateways = await GatewaysAsync(3);
        var verdicts = await Task.WhenAll(Enumerable.Range(0, 90).Select(i => gateways[i % 3].TakeAsync("acc_together", 30).AsTask()));
        // A minute's worth at once; what is gained while they come is at most one.
        Assert.InRange(verdicts.Count(v => v.Allowed), 30, 31);
        var refused = verdicts.Last(v => !v.Allowed);
        Assert.Equal((30, 0), (refused.Limit, refused.Remaining));
        Assert.InRange(refused.NextIn, TimeSpan.FromTicks(1), TimeSpan.FromSeconds(2));
    }

    [Fact]
    public async Task The_script_does_the_sum_of_the_pure_bucket()
    {
        var connection = await ConnectAsync();
        var limits = new RateLimits(connection, TimeProvider.System);
        var bucket = TokenBucket.PerMinute(600);
        var key = LiveKeys.RateLimit("acc_sum");
        foreach (var (tokens, ago) in new[] { (0.0, 0.0), (0.5, 3.0), (10.0, 0.05), (599.0, 100.0), (0.99, 0.0001) })
        {
            var time = (RedisResult[])(await connection.GetDatabase().ExecuteAsync("TIME"))!;
            var now = (double)time[0] + (double)time[1] / 1e6;
            await connection.GetDatabase().HashSetAsync(key, [new("tokens", tokens), new("at", (now - ago).ToString("F6", System.Globalization.CultureInfo.InvariantCulture))]);
            var verdict = await limits.TakeAsync("acc_sum", 600);
            var allowed = bucket.TryTake(tokens, ago, out var left);
            // The call itself takes a moment, in which some tokens are gained.
            if (allowed) Assert.True(verdict.Allowed);
            Assert.InRange(verdict.Remaining, (int)left, (int)(left + 5));
        }
    }

    [Fact]
    public async Task While_Redis_is_away_each_gateway_counts_for_itself()
    {
        var options = ConfigurationOptions.Parse("127.0.0.1:1,abortConnect=false,connectTimeout=50");
        options.BacklogPolicy = BacklogPolicy.FailFast;
        await using var nowhere = await ConnectionMultiplexer.ConnectAsync(options);
        var limits = new RateLimits(nowhere, TimeProvider.System);
        var verdicts = new List<RateVerdict>();
        for (var i = 0; i < 8; i++) verdicts.Add(await limits.TakeAsync("acc_alone", 5));
        Assert.Equal(5, verdicts.Count(v => v.Allowed));
    }

    [Fact]
    public async Task Leases_are_counted_over_gateways_given_back_and_heal_after_a_crash()
    {
        var (one, other) = (new Leases(await ConnectAsync(), TimeProvider.System), new Leases(await ConnectAsync(), TimeProvider.System));
        var first = await one.TryTakeAsync("acc_leases", 2);
        var second = await other.TryTakeAsync("acc_leases", 2);
        Assert.NotNull(first);
        Assert.NotNull(second);
        Assert.Null(await one.TryTakeAsync("acc_leases", 2));

        await first.DisposeAsync();
        Assert.NotNull(await other.TryTakeAsync("acc_leases", 2));
        Assert.Null(await one.TryTakeAsync("acc_leases", 2));

        // A gateway that died renews nothing: as if its lease had run out.
        var database = (await ConnectAsync()).GetDatabase();
        var members = await database.SortedSetRangeByRankAsync(LiveKeys.OpenStreams("acc_leases"));
        await database.SortedSetAddAsync(LiveKeys.OpenStreams("acc_leases"), members[0], 1);
        Assert.NotNull(await one.TryTakeAsync("acc_leases", 2));
    }

    private async Task<RateLimits[]> GatewaysAsync(int count) =>
        [.. await Task.WhenAll(Enumerable.Range(0, count).Select(async _ => new RateLimits(await ConnectAsync(), TimeProvider.System)))];

    private async Task<ConnectionMultiplexer> ConnectAsync()
    {
        if (server.Missing is { } reason) Assert.Skip(reason);
        return await ConnectionMultiplexer.ConnectAsync(server.ConnectionString);
    }
}
