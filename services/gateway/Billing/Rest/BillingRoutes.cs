using KreaPlatform.Contracts.Ids;
using KreaPlatform.Gateway.Idempotency;
using KreaPlatform.Gateway.Keys;
using KreaPlatform.Gateway.Paging;
using KreaPlatform.Gateway.Problems;
using KreaPlatform.Gateway.Requests;
using KreaPlatform.Gateway.Rest;
using Microsoft.Extensions.Options;

namespace KreaPlatform.Gateway.Billing.Rest;

/// <summary>What an account used, how its money moved, and how it pays in.</summary>
internal static class BillingRoutes
{
    private static readonly FieldTable<TopUpBody> Fields = new(JsonValues.Integer<TopUpBody>("amount_micros", (b, v) => b.AmountMicros = v, "amount", "micros"));

    /// <summary>Maps the routes.</summary>
    public static void MapBilling(this IEndpointRouteBuilder routes)
    {
        routes.MapGroup("/v1/usage").Keyed().WithTags("Account").MapGet("", UsageAsync).WithName("readUsage").Needs(Scopes.Read | Scopes.Billing);
        var account = routes.MapGroup("/v1/account").Keyed().Needs(Scopes.Billing).WithTags("Account");
        account.MapGet("entries", EntriesAsync).WithName("listEntries");
        account.MapPost("top-ups", TopUpAsync).WithName("createTopUp").Idempotent();
        account.MapGet("top-ups/{id}", ReadTopUpAsync).WithName("readTopUp");
    }

    private static async Task<IResult> UsageAsync(HttpContext context, string? from, string? to, BillingService billing, PriceList prices, TimeProvider clock)
    {
        var query = UsageQuery.Read(from, to, Reservations.DayOf(clock.GetUtcNow()), out var errors);
        if (errors.Count > 0) return Problem.InvalidParameters(errors);
        var rows = await billing.UsageAsync(context.Caller(), query.From, query.To, context.RequestAborted);
        return Answers.Json(context, new UsageResource(query.From, query.To, prices.Currency, rows.Sum(r => r.SpentMicros), [.. rows.Select(UsageDayResource.Of)]));
    }

    private static async Task<IResult> EntriesAsync(HttpContext context, BillingService billing)
    {
        var errors = new List<FieldError>();
        var page = PageQuery.Read(context.Request.Query, IdPrefix.Entry, errors);
        if (errors.Count > 0) return Problem.InvalidParameters(errors);
        var entries = await billing.EntriesAsync(context.Caller(), page, context.RequestAborted);
        var next = page.Cut(entries, e => new PageCursor(e.At, e.Id));
        return Answers.Json(context, new EntryPage([.. entries.Select(EntryResource.Of)], next));
    }

    private static async Task<IResult> TopUpAsync(HttpContext context, TopUps topUps, IOptions<FilePaymentsOptions> options)
    {
        if (options.Value.Folder is not { Length: > 0 }) return new Problem(ProblemKind.TopUpClosed, "Ask whoever runs this service to credit the account.");
        var (body, errors, unreadable) = await Forms.ReadAsync(context, Fields);
        if (unreadable is not null) return unreadable;
        if (body.AmountMicros is null && errors.IsEmpty) errors.Add("/amount_micros", FieldErrorCode.Required, "is required, in millionths of the currency's unit");
        else if (body.AmountMicros is < TopUps.Least or > TopUps.Greatest)
            errors.Add("/amount_micros", FieldErrorCode.OutOfRange, $"must be an integer from {TopUps.Least} to {TopUps.Greatest}");
        if (!errors.IsEmpty) return Problem.InvalidFields(errors.Items);
        return await topUps.BeginAsync(context.Caller(), body.AmountMicros!.Value, context.Claim(), context.RequestAborted) is var (topUp, instructions)
            ? Answers.Json(context, TopUpResource.Of(topUp, instructions), StatusCodes.Status201Created)
            : new Problem(ProblemKind.LimitReached, $"At most {TopUps.MostPending} top-ups may wait for their payment.");
    }

    private static async Task<IResult> ReadTopUpAsync(HttpContext context, string id, TopUps topUps) =>
        PrefixedId.IsValid(id, IdPrefix.TopUp) && await topUps.FindAsync(context.Caller(), id, context.RequestAborted) is { } topUp
            ? Answers.Json(context, TopUpResource.Of(topUp))
            : new Problem(ProblemKind.NotFound, "There is no top-up of that id in your account.");
}
