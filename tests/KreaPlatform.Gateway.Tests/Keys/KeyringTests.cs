using KreaPlatform.Gateway.Accounts;
using KreaPlatform.Gateway.Keys;
using KreaPlatform.Gateway.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace KreaPlatform.Gateway.Tests.Keys;

/// <summary>How keys are found, and how they end, on several gateways that share a database and a Redis.</summary>
public sealed class KeyringTests(PostgresServer postgres, RedisServer redis) : IClassFixture<PostgresServer>, IClassFixture<RedisServer>
{
    [Fact]
    public async Task A_key_revoked_at_one_gateway_is_out_of_force_at_the_others_long_before_what_they_know_of_it_runs_out()
    {
        if ((postgres.Missing ?? redis.Missing) is { } reason) Assert.Skip(reason);
        var database = await postgres.NewDatabaseAsync();
        await using var one = await GatewayUnderTest.StartAsync(database, settings: ("ConnectionStrings:Redis", redis.ConnectionString));
        await using var two = await GatewayUnderTest.StartAsync(database, settings: ("ConnectionStrings:Redis", redis.ConnectionString));
        var (caller, key) = await KeyAsync(one);
        Assert.NotNull(await AskAsync(one, key.Secret));
        Assert.NotNull(await AskAsync(two, key.Secret));

        Assert.Null(await one.Get<KeyService>().RevokeAsync(caller, key.Row.Id, default));
        Assert.Null(await AskAsync(one, key.Secret));
        var since = TimeProvider.System.GetTimestamp();
        while (await AskAsync(two, key.Secret) is not null) await Task.Delay(5);
        Assert.True(TimeProvider.System.GetElapsedTime(since) < KeyCache.Lifetime / 2);
    }

    [Fact]
    public async Task A_known_key_costs_no_look_at_the_database_and_an_unknown_one_at_most_one()
    {
        await using var gateway = await GatewayUnderTest.StartAsync();
        var (_, key) = await KeyAsync(gateway);
        var unknown = KeyText.Of(new byte[KeyText.SecretBytes]);
        Assert.NotNull(await AskAsync(gateway, key.Secret));
        // Many at once are one look.
        Assert.All(await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => AskAsync(gateway, unknown))), Assert.Null);

        // The rows change behind the keyring's back: only a look would see it.
        await gateway.Database.WriteAsync(db => db.Set<ApiKey>().ExecuteUpdateAsync(set => set.SetProperty(k => k.Digest, KeyText.Digest(unknown))));
        Assert.NotNull(await AskAsync(gateway, key.Secret));
        Assert.Null(await AskAsync(gateway, unknown));
        gateway.Get<KeyCache>().Clear();
        Assert.Null(await AskAsync(gateway, key.Secret));
        Assert.NotNull(await AskAsync(gateway, unknown));
    }

    [Fact]
    public async Task When_keys_are_used_is_written_down_later()
    {
        await using var gateway = await GatewayUnderTest.StartAsync();
        var (caller, key) = await KeyAsync(gateway);
        await AskAsync(gateway, key.Secret);
        Assert.Null((await gateway.Get<KeyService>().FindAsync(caller, key.Row.Id, default))!.LastUsedAt);
        await gateway.Get<IEnumerable<Microsoft.Extensions.Hosting.IHostedService>>().OfType<KeyUseWriter>().Single().RunOnceAsync(default);
        Assert.NotNull((await gateway.Get<KeyService>().FindAsync(caller, key.Row.Id, default))!.LastUsedAt);
    }

    [Fact]
    public async Task The_configuration_s_keys_open_what_they_are_for()
    {
        await using var gateway = await GatewayUnderTest.StartAsync(settings: [("Keys:Development", "any text"), ("Keys:Administrator", "another text")]);
        Assert.Equal(("acc_development", Scopes.All), (await AskAsync(gateway, "any text")) is { } dev ? (dev.AccountId, dev.Scopes) : default);
        Assert.Equal(Scopes.Admin, (await AskAsync(gateway, "another text"))!.Scopes);
        Assert.Null(await AskAsync(gateway, ""));
        Assert.NotNull(await gateway.Get<AccountService>().FindAsync("acc_development", default));
    }

    private static async Task<(Caller Caller, NewKey Key)> KeyAsync(GatewayUnderTest gateway)
    {
        var caller = await gateway.PayerAsync("pro") with { Scopes = Scopes.Account };
        return (caller, (await gateway.Get<KeyService>().CreateAsync(caller, new KeyDraft("test", Scopes.Account), default)).Key!);
    }

    private static async Task<Caller?> AskAsync(GatewayUnderTest gateway, string key) => await gateway.Get<IKeyring>().AuthenticateAsync(key, default);
}
