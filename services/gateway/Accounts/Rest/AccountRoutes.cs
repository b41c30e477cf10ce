using KreaPlatform.Gateway.Billing;
using KreaPlatform.Gateway.Keys;
using KreaPlatform.Gateway.Rest;

namespace KreaPlatform.Gateway.Accounts.Rest;

/// <summary><c>GET /v1/account</c>.</summary>
internal static class AccountRoutes
{
    /// <summary>Maps the route.</summary>
    public static void MapAccount(this IEndpointRouteBuilder routes) =>
        routes.MapGroup("/v1/account").Keyed().WithTags("Account").MapGet("", ReadAsync).WithName("readAccount").Needs(Scopes.Read | Scopes.Billing);

    private static async Task<IResult> ReadAsync(HttpContext context, AccountService accounts, PriceList prices, TimeProvider clock) =>
        Answers.Json(context, AccountResource.Of(await accounts.ViewAsync(context.Caller(), context.RequestAborted), prices.Currency, clock.GetUtcNow()));
}
