using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace KreaPlatform.Gateway.Tests.Fetching;

/// <summary>A web server on the loopback that answers as a test says.</summary>
public sealed class Receiver : IAsyncDisposable
{
    private readonly WebApplication _app;
    private int _requests;

    private Receiver(WebApplication app) => _app = app;

    public Uri Url { get; private set; } = null!;

    /// <summary>As <c>Fetching:AllowedHosts</c> names it.</summary>
    public string Host => $"{Url.Host}:{Url.Port}";

    /// <summary>How many requests have come.</summary>
    public int Requests => Volatile.Read(ref _requests);

    public static async Task<Receiver> StartAsync(Func<HttpContext, Task> answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var receiver = new Receiver(builder.Build());
        receiver._app.Run(context =>
        {
            Interlocked.Increment(ref receiver._requests);
            return answer(context);
        });
        await receiver._app.StartAsync();
        receiver.Url = new Uri(receiver._app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        return receiver;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}
