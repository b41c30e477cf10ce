using System.Net;
using System.Net.Sockets;
using KreaPlatform.EndToEnd.Tests.Platform;

namespace KreaPlatform.EndToEnd.Tests.Clients;

/// <summary>A standalone host that may call one receiver on this machine.</summary>
public sealed class ClientsPlatform : IAsyncLifetime
{
    /// <summary>A PNG of 16 x 16 pixels whose right half is transparent.</summary>
    public const string HalfMask = "iVBORw0KGgoAAAANSUhEUgAAABAAAAAQCAYAAAAf8/9hAAAAGUlEQVR42mP4Txgw4MMMowaMGjBqwHAxAAAKEnyuMOhfmgAAAABJRU5ErkJggg==";

    private readonly TemporaryFolder _folder = new();

    /// <summary>The host.</summary>
    public ServingPlatform Serving { get; private set; } = null!;

    /// <summary>Where a receiver of webhooks may listen.</summary>
    public int ReceiverPort { get; } = FreePort();

    /// <inheritdoc/>
    public async ValueTask InitializeAsync() => Serving = await ServingPlatform.StartAsync(_folder.File("data"),
        new Dictionary<string, string> { ["Fetching__AllowedHosts__0"] = $"127.0.0.1:{ReceiverPort}" });

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Serving.DisposeAsync();
        _folder.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
