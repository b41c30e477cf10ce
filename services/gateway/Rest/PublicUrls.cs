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
        return FirstAddress() is { } address ? $"{address.Scheme}://{new HostString(request.Host.Host, address.Port)}" : Of(request);
    }

    /// <summary>The same where there is no request, as in webhooks: <see cref="EdgeOptions.PublicUrl"/>, or else the first address listened on.</summary>
    public string Standing()
    {
        if (options.Value.PublicUrl is { } known) return known.ToString().TrimEnd('/');
        if (FirstAddress() is not { } address) return "http://localhost";
        // What is listened on everywhere is reached here under this name.
        var host = address.Host is "*" or "+" or "0.0.0.0" or "[::]" ? "localhost" : address.Host;
        return $"{address.Scheme}://{new HostString(host, address.Port)}";
    }

    private BindingAddress? FirstAddress() => server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() is { } first ? BindingAddress.Parse(first) : null;
}
