using KreaPlatform.Gateway.Problems;

namespace KreaPlatform.Gateway.Keys;

/// <summary>Says on a route what its callers need, and asks it of them.</summary>
public static class Needing
{
    /// <summary>Lets callers with any of <paramref name="scopes"/> use the route.</summary>
    public static TBuilder Needs<TBuilder>(this TBuilder route, Scopes scopes) where TBuilder : IEndpointConventionBuilder =>
        route.WithMetadata(new NeedsAttribute(scopes));

    /// <summary>Why the caller may not use the endpoint, or null. A route that says nothing wants <c>read</c> to look and <c>generate</c> to change.</summary>
    public static Problem? Refuse(Caller caller, HttpContext context)
    {
        if (caller.Suspended) return new Problem(ProblemKind.AccountSuspended, "The account is suspended: ask whoever runs this service.");
        var method = context.Request.Method;
        var needed = context.GetEndpoint()?.Metadata.GetMetadata<NeedsAttribute>()?.Scopes
            ?? (HttpMethods.IsGet(method) || HttpMethods.IsHead(method) ? Scopes.Read : Scopes.Generate);
        if ((caller.Scopes & needed) != 0) return null;
        var names = string.Join(" or ", ScopeNames.Of(needed).Select(n => $"'{n}'"));
        return new Problem(ProblemKind.Forbidden, $"The key needs the scope {names}; it has {string.Join(", ", ScopeNames.Of(caller.Scopes).DefaultIfEmpty("none"))}.");
    }
}
