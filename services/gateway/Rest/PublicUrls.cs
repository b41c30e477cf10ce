using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;

namespace KreaPlatform.Gateway.Rest;

/// <summary>Where callers reach the public HTTP API.</summary>
public sealed class PublicUrls(IOptions<EdgeOptions> options, IServer server)
{
    /// <summary>Base of absolute URLs for the answer to a request that came over HTTP, without a slash at its end.</summary>
    public string Of(HttpRequest request) => options.Value.PublicUrl?.ToString().TrimEnd('/') ?? $"{request.Scheme}://{request.Host}{request.PathBase}";

    /// <summary>The same for a request that came over gRPC, whose port serves nothing else: the host it named, with the first port listened on.</summary>
    public string OfGrpc(HttpRequest request)
    {
        if (options.Value.PublicUrl is { } known) return known.ToString().TrimEnd('/');
        var first = server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault();
        if (first is null) return Of(request);
        var address = BindingAddress.Parse(first);
        return $"{address.Scheme}://{new HostString(request.Host.Host, address.Port)}";
    }
}
