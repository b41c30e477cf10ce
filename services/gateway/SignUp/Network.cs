using System.Net;
using System.Net.Sockets;

namespace KreaPlatform.Gateway.SignUp;

/// <summary>The network that an address belongs to, as far as one person usually holds it: the /24 of IPv4, the /48 of IPv6. Pure.</summary>
public static class Network
{
    /// <summary>Its name, for instance <c>203.0.113.0/24</c>; <c>unknown</c> for a connection without an address.</summary>
    public static string Of(IPAddress? address)
    {
        if (address is null) return "unknown";
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        var bits = address.AddressFamily == AddressFamily.InterNetworkV6 ? 48 : 24;
        var bytes = address.GetAddressBytes();
        bytes.AsSpan(bits / 8).Clear();
        return $"{new IPAddress(bytes)}/{bits}";
    }
}
