using KreaPlatform.Gateway.Keys;
using KreaPlatform.Gateway.Problems;

namespace KreaPlatform.Gateway.Rest;

/// <summary>Lets only callers with a known key and the scope of the route through (<see cref="Needing"/>), and remembers who they are.</summary>
public sealed class ApiKeyFilter(IKeyring keyring) : IEndpointFilter
{
    /// <inheritdoc/>
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext invocation, EndpointFilterDelegate next)
    {
        var context = invocation.HttpContext;
        if (!BearerKey.TryRead(context.Request.Headers.Authorization, out var key))
            return new Problem(ProblemKind.Unauthorized, "The header 'Authorization: Bearer KEY' is missing or malformed.");
        if (await keyring.AuthenticateAsync(key, context.RequestAborted) is not { } caller)
            return new Problem(ProblemKind.Unauthorized, "The key is not known or no longer in force.");
        if (Needing.Refuse(caller, context) is { } refused) return refused;
        context.Features.Set(caller);
        return await next(invocation);
    }
}
