using KreaPlatform.Gateway.Problems;
using KreaPlatform.Gateway.Rest;

namespace KreaPlatform.Gateway.Limits;

/// <summary>Counts every request of an account, says in the answer what is left, and refuses what is too much; stands behind the key check.</summary>
public sealed class RateLimitFilter(RateLimits limits) : IEndpointFilter
{
    /// <inheritdoc/>
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext invocation, EndpointFilterDelegate next)
    {
        var context = invocation.HttpContext;
        var caller = context.Caller();
        if (caller.Plan.RequestsPerMinute is not { } perMinute) return await next(invocation);
        var verdict = await limits.TakeAsync(caller.AccountId, perMinute);
        RateHeaders.Write(context.Response.Headers, verdict);
        return verdict.Allowed
            ? await next(invocation)
            : new Problem(ProblemKind.TooManyRequests, $"Your plan allows {verdict.Limit} requests a minute.") { ViolatedPolicies = [RateHeaders.Requests] };
    }
}
