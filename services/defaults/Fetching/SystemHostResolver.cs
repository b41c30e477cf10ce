using System.Net;
using System.Net.Sockets;

namespace KreaPlatform.ServiceDefaults.Fetching;

/// <summary>The operating system's resolver.</summary>
internal sealed class SystemHostResolver : IHostResolver
{
    public async Task<IReadOnlyList<IPAddress>> ResolveAsync(string host, CancellationToken cancel)
    {
        try
        {
            return await Dns.GetHostAddressesAsync(host, cancel);
        }
        catch (Exception e) when (e is SocketException or ArgumentException)
        {
            return [];
        }
    }
}
