using KreaPlatform.Gateway.Keys;

namespace KreaPlatform.Gateway.Rest;

/// <summary>Who sent a request.</summary>
public static class CallerOfRequest
{
    /// <summary>The caller, behind <see cref="ApiKeyFilter"/>.</summary>
    public static Caller Caller(this HttpContext context) =>
        context.Features.Get<Caller>() ?? throw new InvalidOperationException("The route does not ask for a key.");
}
