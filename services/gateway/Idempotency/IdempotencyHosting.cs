namespace KreaPlatform.Gateway.Idempotency;

/// <summary>Idempotency keys as a part of the gateway.</summary>
public static class IdempotencyHosting
{
    /// <summary>Adds the store and its sweeper.</summary>
    public static IServiceCollection AddIdempotency(this IServiceCollection services) => services
        .AddSingleton<IdempotencyStore>()
        .AddSingleton<IdempotencyLeases>()
        .AddHostedService<IdempotencySweeper>();

    /// <summary>Honours <c>Idempotency-Key</c> on a route that creates something.</summary>
    public static RouteHandlerBuilder Idempotent(this RouteHandlerBuilder route) => route.AddEndpointFilter<RouteHandlerBuilder, IdempotencyFilter>();

    /// <summary>The same for a route whose answer holds a secret that is shown once: what is kept of it is sealed for the caller.</summary>
    public static RouteHandlerBuilder IdempotentSecret(this RouteHandlerBuilder route) => route.WithMetadata(new AnswersSecretAttribute()).Idempotent();

    /// <summary>The claim of the request's key; null when it has none.</summary>
    public static IdempotencyClaim? Claim(this HttpContext context) => context.Features.Get<IdempotencyClaim>();
}
