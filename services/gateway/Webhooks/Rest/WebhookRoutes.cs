using System.Text.Json;
using KreaPlatform.Gateway.Idempotency;
using KreaPlatform.Gateway.Keys;
using KreaPlatform.Gateway.Problems;
using KreaPlatform.Gateway.Requests;
using KreaPlatform.Gateway.Rest;
using KreaPlatform.Gateway.Webhooks.Endpoints;
using Microsoft.Extensions.Options;

namespace KreaPlatform.Gateway.Webhooks.Rest;

/// <summary>The routes of <c>/v1/webhooks</c>: endpoints.</summary>
internal static class WebhookRoutes
{
    /// <summary>Maps the routes; every one needs a key with the scope <c>webhooks</c>.</summary>
    public static RouteGroupBuilder MapWebhooks(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/v1/webhooks").Keyed().Needs(Scopes.Webhooks).WithTags("Webhooks");
        group.MapPost("", CreateAsync).WithName("createWebhook").IdempotentSecret();
        group.MapGet("", ListAsync).WithName("listWebhooks");
        group.MapGet("{id}", ReadAsync).WithName("readWebhook");
        group.MapPatch("{id}", UpdateAsync).WithName("updateWebhook");
        group.MapDelete("{id}", DeleteAsync).WithName("deleteWebhook");
        group.MapPost("{id}/rotate-secret", RotateAsync).WithName("rotateWebhookSecret").IdempotentSecret();
        group.MapPost("{id}/test", TestAsync).WithName("testWebhook").Idempotent();
        group.MapDeliveries();
        return group;
    }

    /// <summary>The caller has no such endpoint.</summary>
    public static Problem NoWebhook { get; } = new(ProblemKind.NotFound, "There is no webhook of that id in your account.");

    private static async Task<IResult> CreateAsync(HttpContext context, WebhookService webhooks, WebhookUrls urls, PublicUrls publicUrls,
        IOptions<WebhooksOptions> options, TimeProvider clock)
    {
        var (spec, problem) = await SpecAsync(context, urls, options.Value.MostBodyBytes, isNew: true);
        if (problem is not null) return problem;
        if (await webhooks.CreateAsync(context.Caller(), spec!, context.Claim(), context.RequestAborted) is not var (endpoint, secret))
            return new Problem(ProblemKind.LimitReached, $"An account has at most {options.Value.MostEndpoints} webhooks: delete one first.");
        context.Response.Headers.Location = $"{publicUrls.Of(context.Request)}/v1/webhooks/{endpoint.Id}";
        return Answers.Json(context, WebhookResource.Of(endpoint, options.Value, clock.GetUtcNow(), secret), StatusCodes.Status201Created);
    }

    private static async Task<IResult> ListAsync(HttpContext context, WebhookService webhooks, IOptions<WebhooksOptions> options, TimeProvider clock)
    {
        var endpoints = await webhooks.ListAsync(context.Caller(), context.RequestAborted);
        return Answers.Json(context, new WebhookList([.. endpoints.Select(e => WebhookResource.Of(e, options.Value, clock.GetUtcNow()))]));
    }

    private static async Task<IResult> ReadAsync(HttpContext context, string id, WebhookService webhooks, IOptions<WebhooksOptions> options, TimeProvider clock) =>
        await webhooks.FindAsync(context.Caller(), id, context.RequestAborted) is { } endpoint
            ? Answers.Json(context, WebhookResource.Of(endpoint, options.Value, clock.GetUtcNow()))
            : NoWebhook;

    private static async Task<IResult> UpdateAsync(HttpContext context, string id, WebhookService webhooks, WebhookUrls urls,
        IOptions<WebhooksOptions> options, TimeProvider clock)
    {
        var cancel = context.RequestAborted;
        if (await webhooks.FindAsync(context.Caller(), id, cancel) is not { } known) return NoWebhook;
        var (spec, problem) = await SpecAsync(context, urls, options.Value.MostBodyBytes, isNew: false);
        if (problem is not null) return problem;
        if (known.Kind == EndpointKind.Generation && (spec!.Url is not null || spec.Events is not null))
            return Problem.InvalidFields([FieldError.At(spec.Url is not null ? "/url" : "/events", FieldErrorCode.Conflict, "is what generations say, for a webhook of kind 'generation'")]);
        return await webhooks.UpdateAsync(context.Caller(), id, spec!, cancel) is { } endpoint
            ? Answers.Json(context, WebhookResource.Of(endpoint, options.Value, clock.GetUtcNow()))
            : NoWebhook;
    }

    private static async Task<IResult> DeleteAsync(HttpContext context, string id, WebhookService webhooks) =>
        await webhooks.DeleteAsync(context.Caller(), id, context.RequestAborted) ? Results.NoContent() : NoWebhook;

    private static async Task<IResult> RotateAsync(HttpContext context, string id, WebhookService webhooks, IOptions<WebhooksOptions> options, TimeProvider clock)
    {
        var (draft, errors) = (new RotationDraft(), new ErrorList());
        // A rotation without a body is one with the default overlap.
        if (context.Request.ContentLength is > 0 || context.Request.ContentType is not null)
        {
            var (_, unreadable) = await context.Request.ReadFieldsAsync(WebhookFields.Rotation, draft, errors, options.Value.MostBodyBytes, context.RequestAborted);
            if (unreadable is not null) return unreadable;
        }
        var overlap = WebhookRules.Overlap(draft, errors);
        if (!errors.IsEmpty) return Problem.InvalidFields(errors.Items);
        return await webhooks.RotateAsync(context.Caller(), id, overlap, context.RequestAborted) is var (endpoint, secret)
            ? Answers.Json(context, WebhookResource.Of(endpoint, options.Value, clock.GetUtcNow(), secret))
            : NoWebhook;
    }

    private static async Task<IResult> TestAsync(HttpContext context, string id, WebhookService webhooks)
    {
        var data = JsonSerializer.Serialize(new TestData(id, "This is a test: nothing was made."), PublicJson.Options);
        return await webhooks.TestAsync(context.Caller(), id, data, context.RequestAborted) is { } delivery
            ? Answers.Json(context, DeliveryResource.Of(delivery), StatusCodes.Status202Accepted)
            : NoWebhook;
    }

    private static async Task<(EndpointSpec? Spec, Problem? Problem)> SpecAsync(HttpContext context, WebhookUrls urls, int mostBytes, bool isNew)
    {
        var (draft, errors) = (new WebhookDraft(), new ErrorList());
        var (_, unreadable) = await context.Request.ReadFieldsAsync(WebhookFields.Endpoint, draft, errors, mostBytes, context.RequestAborted);
        if (unreadable is not null) return (null, unreadable);
        var spec = WebhookRules.Endpoint(draft, isNew, errors);
        if (spec.Url is { } url) await urls.CheckAsync(url, "/url", errors, context.RequestAborted);
        return errors.IsEmpty ? (spec, null) : (null, Problem.InvalidFields(errors.Items));
    }
}
