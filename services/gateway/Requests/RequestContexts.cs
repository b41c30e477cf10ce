using KreaPlatform.Gateway.Keys;
using KreaPlatform.Gateway.Models;

namespace KreaPlatform.Gateway.Requests;

/// <summary>Takes the snapshot that a request is judged against.</summary>
public sealed class RequestContexts(ModelRegistry registry)
{
    /// <summary>The snapshot for a caller, as of now; seeds are drawn at random.</summary>
    public RequestContext For(Caller caller)
    {
        return new RequestContext(registry.All, registry.Find, registry.DefaultModel, caller, () => Random.Shared.NextInt64(RequestLimits.Seed + 1))
        {
            Retired = registry.RetiredReason,
        };
    }
}
