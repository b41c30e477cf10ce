using KreaPlatform.Gateway.Idempotency;
using KreaPlatform.Gateway.Paging;
using KreaPlatform.Gateway.Problems;
using KreaPlatform.Gateway.Requests;
using KreaPlatform.Gateway.Rest;
using Microsoft.Extensions.Options;

namespace KreaPlatform.Gateway.Webhooks.Rest;

/// <summary>The routes of <c>/v1/webhooks/{id}</c> that lead to its delivery log.</summary>
internal static class DeliveryRoutes
{
    private static readonly Problem NoDelivery = new(ProblemKind.NotFound, "There is no delivery of that id at a webhook of your account.");

    /// <summary>Maps the routes into the group of <c>/v1/webhooks</c>.</summary>
    public static void MapDeliveries(this RouteGroupBuilder webhooks)
    {
        webhooks.MapGet("{id}/deliveries", ListAsync).WithName("listWebhookDeliveries");
        webhooks.MapGet("{id}/deliveries/{delivery}", ReadAsync).WithName("readWebhookDelivery");
        webhooks.MapPost("{id}/deliveries/{delivery}/replay", ReplayOneAsync).WithName("replayWebhookDelivery").Idempotent();
        webhooks.MapPost("{id}/replay", ReplayRangeAsync).WithName("replayWebhookDeliveries").Idempotent();
    }

    private static async Task<IResult> ListAsync(HttpContext context, string id, DeliveryService deliveries)
    {
        var errors = new List<FieldError>();
        var query = DeliveryQuery.Read(context.Request.Query, errors);
        if (errors.Count > 0) return Problem.InvalidParameters(errors);
        // One more than asked for tells whether another page follows.
        if (await deliveries.ListAsync(context.Caller(), id, query.Filter, query.After, query.Limit + 1, context.RequestAborted) is not { } found) return WebhookRoutes.NoWebhook;
        var more = found.Count > query.Limit;
        if (more) found.RemoveAt(query.Limit);
        var next = more ? new PageCursor(found[^1].OccurredAt, found[^1].Id).ToString() : null;
        return Answers.Json(context, new DeliveryPage([.. found.Select(DeliveryResource.Of)], next));
    }

    private static async Task<IResult> ReadAsync(HttpContext context, string id, string delivery, DeliveryService deliveries) =>
        await deliveries.FindAsync(context.Caller(), id, delivery, context.RequestAborted) is { } found
            ? Answers.Json(context, DeliveryResource.Of(found))
            : NoDelivery;

    private static async Task<IResult> ReplayOneAsync(HttpContext context, string id, string delivery, WebhookService webhooks, DeliveryService deliveries)
    {
        if (await RefuseAsync(context, id, webhooks) is { } problem) return problem;
        return await deliveries.ReplayAsync(context.Caller(), id, delivery, context.RequestAborted) is { } replayed
            ? Answers.Json(context, DeliveryResource.Of(replayed), StatusCodes.Status202Accepted)
            : NoDelivery;
    }

    private static async Task<IResult> ReplayRangeAsync(HttpContext context, string id, WebhookService webhooks, DeliveryService deliveries, TimeProvider clock,
        IOptions<WebhooksOptions> options)
    {
        if (await RefuseAsync(context, id, webhooks) is { } problem) return problem;
        var (draft, errors) = (new ReplayDraft(), new ErrorList());
        var (_, unreadable) = await context.Request.ReadFieldsAsync(WebhookFields.Replay, draft, errors, options.Value.MostBodyBytes, context.RequestAborted);
        if (unreadable is not null) return unreadable;
        var (from, to, statuses) = WebhookRules.Range(draft, clock.GetUtcNow(), errors);
        if (!errors.IsEmpty) return Problem.InvalidFields(errors.Items);
        return await deliveries.ReplayAsync(context.Caller(), id, from, to, statuses, context.RequestAborted) is { } count
            ? Answers.Json(context, new ReplayResource(count), StatusCodes.Status202Accepted)
            : WebhookRoutes.NoWebhook;
    }

    private static async Task<Problem?> RefuseAsync(HttpContext context, string id, WebhookService webhooks) =>
        await webhooks.FindAsync(context.Caller(), id, context.RequestAborted) switch
        {
            null => WebhookRoutes.NoWebhook,
            { Enabled: false } => new Problem(ProblemKind.WebhookDisabled, "Enable it first: what is disabled gets nothing."),
            _ => null,
        };
}
