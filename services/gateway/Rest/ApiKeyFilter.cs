using KreaPlatform.Gateway.Keys;
using KreaPlatform.Gateway.Problems;

namespace KreaPlatform.Gateway.Rest;

/// <summary>Lets only callers with a known key through, and remembers who they are.</summary>
public sealed class ApiKeyFilter(IKeyring keyring) : IEndpointFilter
{
    /// <inheritdoc/>
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext invocation, EndpointFilterDelegate next)
    {
        var context = invocation.HttpContext;
        if (!BearerKey.TryRead(context.Request.Headers.Authorization, out var key))
            return new Problem(ProblemKind.Unauthorized, "The header 'Authorization: Bearer KEY' is missing or malformed.");
        if (keyring.Authenticate(key) is not { } caller)
            return new Problem(ProblemKind.Unauthorized, "The key is not known or no longer in force.");
        context.Features.Set(caller);
        return await next(invocation);
    }
}
