using System.Net;
using Grpc.Core;
using Grpc.Net.Client;
using KreaPlatform.Contracts.Grpc.V1;
using static KreaPlatform.Gateway.Tests.Accounts.AccountsEdge;

namespace KreaPlatform.Gateway.Tests.Accounts;

/// <summary>The same over gRPC.</summary>
public sealed class AccountRpcTests(AccountsEdge edge) : IClassFixture<AccountsEdge>
{
    [Fact]
    public async Task The_account_is_the_one_that_REST_shows()
    {
        var owner = await edge.AccountAsync("free", micros: 5 * Price);
        await SendAsync(owner.Client, HttpMethod.Post, "/v1/generations", new { prompt = "a cat" }, HttpStatusCode.Accepted);
        using var channel = GrpcChannel.ForAddress(edge.Grpc);
        var client = new AccountService.AccountServiceClient(channel);
        var account = await client.GetAccountAsync(new GetAccountRequest(), Key(owner.Key));
        var shown = await SendAsync(owner.Client, HttpMethod.Get, "/v1/account", null, HttpStatusCode.OK);
        Assert.Equal(shown.GetProperty("id").GetString(), account.Id);
        Assert.Equal(shown.GetProperty("plan").GetProperty("name").GetString(), account.Plan.Name);
        Assert.Equal(shown.GetProperty("balance").GetProperty("available_micros").GetInt64(), account.Balance.AvailableMicros);
        Assert.Equal((shown.GetProperty("free_images").GetProperty("left").GetInt32(), 1), (account.FreeImages.Left, account.ActiveGenerations));
        Assert.False(account.Plan.HasRequestsPerMinute);

        var usage = await client.GetUsageAsync(new GetUsageRequest(), Key(owner.Key));
        Assert.Equal(1, Assert.Single(usage.Days).Generations);
        var bad = await Assert.ThrowsAsync<RpcException>(async () => await client.GetUsageAsync(new GetUsageRequest { From = "yesterday" }, Key(owner.Key)));
        Assert.Equal(StatusCode.InvalidArgument, bad.StatusCode);
    }

    [Fact]
    public async Task Keys_are_made_rotated_and_revoked()
    {
        var owner = await edge.AccountAsync();
        using var channel = GrpcChannel.ForAddress(edge.Grpc);
        var client = new AccountService.AccountServiceClient(channel);
        var made = await client.CreateKeyAsync(new CreateKeyRequest { Name = "worker", Scopes = { "read", "keys" } }, Key(owner.Key));
        var rotated = await client.RotateKeyAsync(new RotateKeyRequest { Id = made.Id, OverlapSeconds = 0 }, Key(owner.Key));
        Assert.Equal(made.Scopes, rotated.Scopes);
        await ThrowsAsync(StatusCode.Unauthenticated, () => client.ListKeysAsync(new ListKeysRequest(), Key(made.Key_)).ResponseAsync);
        Assert.All((await client.ListKeysAsync(new ListKeysRequest(), Key(rotated.Key_))).Items, k => Assert.Empty(k.Key_));
        await ThrowsAsync(StatusCode.PermissionDenied, () => client.CreateKeyAsync(new CreateKeyRequest { Name = "x", Scopes = { "billing" } }, Key(rotated.Key_)).ResponseAsync);
        await ThrowsAsync(StatusCode.InvalidArgument, () => client.CreateKeyAsync(new CreateKeyRequest(), Key(owner.Key)).ResponseAsync);
        await client.RevokeKeyAsync(new RevokeKeyRequest { Id = rotated.Id }, Key(owner.Key));
        await ThrowsAsync(StatusCode.Unauthenticated, () => client.ListKeysAsync(new ListKeysRequest(), Key(rotated.Key_)).ResponseAsync);

        var other = await edge.AccountAsync();
        await ThrowsAsync(StatusCode.NotFound, () => client.RevokeKeyAsync(new RevokeKeyRequest { Id = owner.KeyId }, Key(other.Key)).ResponseAsync);
    }

    [Fact]
    public async Task A_method_asks_for_its_scope_as_its_route_does()
    {
        var owner = await edge.AccountAsync(micros: Price);
        var reader = await edge.MemberAsync(owner, "read_only");
        using var channel = GrpcChannel.ForAddress(edge.Grpc);
        var generations = new GenerationService.GenerationServiceClient(channel);
        await ThrowsAsync(StatusCode.PermissionDenied, () => generations.SubmitAsync(new SubmitRequest { Prompt = "a cat" }, Key(reader.Key)).ResponseAsync);
        var job = await generations.SubmitAsync(new SubmitRequest { Prompt = "a cat" }, Key(owner.Key));
        Assert.Equal((Price, "USD", owner.Account), (job.PriceMicros, job.Currency, job.Owner));
        var broke = await Assert.ThrowsAsync<RpcException>(async () => await generations.SubmitAsync(new SubmitRequest { Prompt = "a cat" }, Key(owner.Key)));
        Assert.Equal(StatusCode.FailedPrecondition, broke.StatusCode);
    }

    private static Metadata Key(string key) => new() { { "authorization", $"Bearer {key}" } };

    private static async Task ThrowsAsync(StatusCode code, Func<Task> call) => Assert.Equal(code, (await Assert.ThrowsAsync<RpcException>(call)).StatusCode);
}
