using Grpc.Core;
using KreaPlatform.Contracts.Grpc.V1;
using KreaPlatform.Contracts.Ids;
using KreaPlatform.Gateway.Accounts.Rest;
using KreaPlatform.Gateway.Billing;
using KreaPlatform.Gateway.Billing.Rest;
using KreaPlatform.Gateway.Keys;
using KreaPlatform.Gateway.Keys.Rest;
using KreaPlatform.Gateway.Requests;
using KreaPlatform.Gateway.Rest;

namespace KreaPlatform.Gateway.Grpc;

/// <summary>The gRPC surface of accounts and keys: the semantics of <c>/v1/account</c>, <c>/v1/usage</c> and <c>/v1/keys</c>.</summary>
internal sealed class AccountRpc(Accounts.AccountService accounts, BillingService billing, KeyService keys, PriceList prices, TimeProvider clock)
    : AccountService.AccountServiceBase
{
    [Needs(Scopes.Read | Scopes.Billing)]
    public override async Task<Account> GetAccount(GetAccountRequest request, ServerCallContext context) =>
        AccountMessages.Of(AccountResource.Of(await accounts.ViewAsync(CallerOf(context), context.CancellationToken), prices.Currency, clock.GetUtcNow()));

    [Needs(Scopes.Read | Scopes.Billing)]
    public override async Task<Usage> GetUsage(GetUsageRequest request, ServerCallContext context)
    {
        var query = UsageQuery.Read(Given(request.From), Given(request.To), Reservations.DayOf(clock.GetUtcNow()), out var errors);
        if (errors.Count > 0) throw RpcErrors.Invalid(errors);
        var rows = await billing.UsageAsync(CallerOf(context), query.From, query.To, context.CancellationToken);
        return AccountMessages.Of(query, prices.Currency, rows);
    }

    [Needs(Scopes.Keys)]
    public override async Task<ListKeysResponse> ListKeys(ListKeysRequest request, ServerCallContext context)
    {
        var response = new ListKeysResponse();
        response.Items.AddRange((await keys.ListAsync(CallerOf(context), context.CancellationToken)).Select(k => AccountMessages.Of(KeyResource.Of(k))));
        return response;
    }

    [Needs(Scopes.Keys)]
    public override async Task<Key> CreateKey(CreateKeyRequest request, ServerCallContext context)
    {
        var errors = new ErrorList();
        var body = new KeyBody
        {
            Name = Given(request.Name), Scopes = request.Scopes.Count > 0 ? [.. request.Scopes] : null, ExpiresAt = request.ExpiresAt?.ToDateTimeOffset().ToString("O"),
        };
        var draft = KeyRules.Key(body, CallerOf(context), clock.GetUtcNow(), errors);
        if (!errors.IsEmpty) throw RpcErrors.Invalid(errors.Items);
        return Made(await keys.CreateAsync(CallerOf(context), draft, context.CancellationToken));
    }

    [Needs(Scopes.Keys)]
    public override async Task<Key> RotateKey(RotateKeyRequest request, ServerCallContext context)
    {
        var errors = new ErrorList();
        var overlap = KeyRules.Overlap(new RotationBody { OverlapSeconds = request.HasOverlapSeconds ? request.OverlapSeconds : null }, errors);
        if (!errors.IsEmpty) throw RpcErrors.Invalid(errors.Items);
        return Made(PrefixedId.IsValid(request.Id, IdPrefix.Key) ? await keys.RotateAsync(CallerOf(context), request.Id, overlap, context.CancellationToken) : KeyRefusal.NotFound);
    }

    [Needs(Scopes.Keys)]
    public override async Task<RevokeKeyResponse> RevokeKey(RevokeKeyRequest request, ServerCallContext context)
    {
        var refusal = PrefixedId.IsValid(request.Id, IdPrefix.Key) ? await keys.RevokeAsync(CallerOf(context), request.Id, context.CancellationToken) : KeyRefusal.NotFound;
        return refusal is { } why ? throw Refused(why) : new RevokeKeyResponse();
    }

    private static Key Made(KeyOutcome outcome) => outcome.Key is { } key ? AccountMessages.Of(KeyResource.Of(key)) : throw Refused(outcome.Refusal!.Value);

    private static RpcException Refused(KeyRefusal refusal) => new(new Status(refusal switch
    {
        KeyRefusal.NotFound => StatusCode.NotFound,
        KeyRefusal.TooStrong => StatusCode.PermissionDenied,
        KeyRefusal.NotInForce => StatusCode.FailedPrecondition,
        _ => StatusCode.ResourceExhausted,
    }, KeyRules.Refusal(refusal).Detail!));

    private static string? Given(string text) => text.Length > 0 ? text : null;

    private static Caller CallerOf(ServerCallContext context) => context.GetHttpContext().Caller();
}
