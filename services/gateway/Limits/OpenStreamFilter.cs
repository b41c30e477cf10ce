using KreaPlatform.Gateway.Problems;
using KreaPlatform.Gateway.Rest;

namespace KreaPlatform.Gateway.Limits;

/// <summary>Bounds how many answers an account holds open: event streams always, other answers when the caller prefers to wait.</summary>
public sealed class OpenStreamFilter(Leases leases) : IEndpointFilter
{
    /// <summary>Name of the policy, as in <c>violated-policies</c>.</summary>
    public const string Policy = "open-streams";

    /// <inheritdoc/>
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext invocation, EndpointFilterDelegate next)
    {
        var context = invocation.HttpContext;
        var caller = context.Caller();
        if (caller.Plan.OpenStreams is not { } most || !Holds(context)) return await next(invocation);
        await using var lease = await leases.TryTakeAsync(caller.AccountId, most);
        if (lease is null)
        {
            context.Response.Headers.RetryAfter = "5";
            return new Problem(ProblemKind.TooManyRequests, $"Your plan allows {most} open streams and held answers at once.") { ViolatedPolicies = [Policy] };
        }
        var result = await next(invocation);
        // Held until the answer is out, not only until it is ready.
        if (result is not IResult executable || result is Problem) return result;
        await executable.ExecuteAsync(context);
        return Results.Empty;
    }

    private static bool Holds(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<StreamsAttribute>() is not null || WaitPreference.Read(context.Request.Headers["Prefer"]) is not null;
}
