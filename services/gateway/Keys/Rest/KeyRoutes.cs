using KreaPlatform.Contracts.Ids;
using KreaPlatform.Gateway.Idempotency;
using KreaPlatform.Gateway.Problems;
using KreaPlatform.Gateway.Rest;

namespace KreaPlatform.Gateway.Keys.Rest;

/// <summary>The routes of <c>/v1/keys</c>. Answers that hold a key are kept for <c>Idempotency-Key</c> only sealed.</summary>
internal static class KeyRoutes
{
    /// <summary>Maps the routes; every one needs a key with the scope <c>keys</c>.</summary>
    public static RouteGroupBuilder MapKeys(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/v1/keys").Keyed().Needs(Scopes.Keys).WithTags("Keys");
        group.MapGet("", ListAsync).WithName("listKeys");
        group.MapPost("", CreateAsync).WithName("createKey").IdempotentSecret();
        group.MapGet("{id}", ReadAsync).WithName("readKey");
        group.MapPost("{id}/rotate", RotateAsync).WithName("rotateKey").IdempotentSecret();
        group.MapDelete("{id}", RevokeAsync).WithName("revokeKey");
        return group;
    }

    private static async Task<IResult> ListAsync(HttpContext context, KeyService keys) =>
        Answers.Json(context, new KeyList([.. (await keys.ListAsync(context.Caller(), context.RequestAborted)).Select(KeyResource.Of)]));

    private static async Task<IResult> CreateAsync(HttpContext context, KeyService keys, TimeProvider clock)
    {
        var (body, errors, unreadable) = await Forms.ReadAsync(context, KeyFields.Key);
        if (unreadable is not null) return unreadable;
        var draft = KeyRules.Key(body, context.Caller(), clock.GetUtcNow(), errors);
        return errors.IsEmpty ? Made(context, await keys.CreateAsync(context.Caller(), draft, context.RequestAborted)) : Problem.InvalidFields(errors.Items);
    }

    private static async Task<IResult> ReadAsync(HttpContext context, string id, KeyService keys) =>
        IsId(id) && await keys.FindAsync(context.Caller(), id, context.RequestAborted) is { } key
            ? Answers.Json(context, KeyResource.Of(key))
            : KeyRules.Refusal(KeyRefusal.NotFound);

    private static async Task<IResult> RotateAsync(HttpContext context, string id, KeyService keys)
    {
        if (!IsId(id)) return KeyRules.Refusal(KeyRefusal.NotFound);
        var (body, errors, unreadable) = await Forms.ReadAsync(context, KeyFields.Rotation, optional: true);
        if (unreadable is not null) return unreadable;
        var overlap = KeyRules.Overlap(body, errors);
        return errors.IsEmpty ? Made(context, await keys.RotateAsync(context.Caller(), id, overlap, context.RequestAborted)) : Problem.InvalidFields(errors.Items);
    }

    private static async Task<IResult> RevokeAsync(HttpContext context, string id, KeyService keys) =>
        (IsId(id) ? await keys.RevokeAsync(context.Caller(), id, context.RequestAborted) : KeyRefusal.NotFound) is { } refusal
            ? KeyRules.Refusal(refusal)
            : Results.NoContent();

    private static bool IsId(string id) => PrefixedId.IsValid(id, IdPrefix.Key);

    private static IResult Made(HttpContext context, KeyOutcome outcome) => outcome.Key is { } key
        ? Answers.Json(context, KeyResource.Of(key), StatusCodes.Status201Created)
        : KeyRules.Refusal(outcome.Refusal!.Value);
}
