using System.Net;
using System.Net.Sockets;

namespace KreaPlatform.Standalone.Hosting;

/// <summary>Ports of the loopback interface.</summary>
internal static class LoopbackPort
{
    /// <summary>A port that nobody listens on at the moment.</summary>
    public static int Free()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    /// <summary>Checks before anything is started that <paramref name="port"/> can be listened on; 0 always can.</summary>
    /// <exception cref="StandaloneException">It can't; the message names <paramref name="option"/> as the way out.</exception>
    public static void RequireFree(int port, string option)
    {
        try
        {
            using var probe = new TcpListener(IPAddress.Loopback, port);
            probe.Start();
        }
        catch (SocketException e)
        {
            throw new StandaloneException($"Port {port} can't be listened on ({e.Message}): choose another with {option}.");
        }
    }
}
