using System.Net.Sockets;
using System.Security.Authentication;
using Microsoft.Extensions.Options;
using Microsoft.Security.AntiSSRF;

namespace KreaPlatform.ServiceDefaults.Fetching;

/// <summary>
/// The one way out to addresses that strangers chose. A URL is judged (<see cref="UrlRules"/>), its name is resolved once, all of its addresses are
/// checked and the connection goes to those, so that a name can't change in between. Never follows redirects, uses no proxy and keeps no cookies.
/// </summary>
/// <remarks>
/// As the primary handler of a client: <c>AddHttpClient("webhooks").ConfigurePrimaryHttpMessageHandler(p => p.GetRequiredService&lt;GuardedHandler&gt;())</c>.
/// Failures are <see cref="HttpRequestException"/>, refusals <see cref="UrlRefusedException"/>.
/// </remarks>
public sealed class GuardedHandler : HttpMessageHandler
{
    internal static readonly UrlVerdict NotPublic = new(UrlRefusal.Address, "has a host that is not on the public internet");

    private readonly FetchingOptions _options;
    private readonly HttpMessageInvoker _strangers;
    private readonly HttpMessageInvoker _trusted;

    /// <summary>A handler with connections of its own.</summary>
    public GuardedHandler(IOptions<FetchingOptions> options)
    {
        _options = options.Value;
        // Connections are given up after a while, so that a name that moved is found again.
        var lifetime = TimeSpan.FromMinutes(2);
        var guarded = PublicAddresses.Policy().GetHandler();
        (guarded.AllowAutoRedirect, guarded.UseCookies, guarded.ConnectTimeout, guarded.PooledConnectionLifetime) = (false, false, _options.ConnectTimeout, lifetime);
        _strangers = new HttpMessageInvoker(guarded);
        _trusted = new HttpMessageInvoker(new SocketsHttpHandler
        {
            AllowAutoRedirect = false, UseProxy = false, UseCookies = false, ConnectTimeout = _options.ConnectTimeout, PooledConnectionLifetime = lifetime,
        });
    }

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var verdict = UrlRules.Judge(request.RequestUri, _options);
        if (!verdict.IsAllowed) throw new UrlRefusedException(verdict);
        try
        {
            return await (UrlRules.IsTrusted(request.RequestUri, _options) ? _trusted : _strangers).SendAsync(request, cancellationToken);
        }
        catch (AntiSSRFException)
        {
            throw new UrlRefusedException(NotPublic);
        }
        catch (Exception e) when (e is SocketException or IOException or AuthenticationException)
        {
            // The guard unwraps what the sockets threw; callers expect what every other client throws.
            throw new HttpRequestException(HttpRequestError.ConnectionError, e.Message, e);
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _strangers.Dispose();
            _trusted.Dispose();
        }
        base.Dispose(disposing);
    }
}
