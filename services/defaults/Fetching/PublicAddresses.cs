using System.Net;
using Microsoft.Security.AntiSSRF;

namespace KreaPlatform.ServiceDefaults.Fetching;

/// <summary>Which addresses belong to the public internet: all but the ranges that AntiSSRF keeps (private, loopback, link-local, metadata, translated).</summary>
internal static class PublicAddresses
{
    // IPv4-compatible addresses are long deprecated, and some systems still route ::127.0.0.1.
    private const string Compatible = "::/96";

    private static readonly IPNetwork[] Denied = [.. Policy().DeniedAddresses.Select(IPNetwork.Parse)];

    /// <summary>The policy that connections are held against, on the addresses that they really go to.</summary>
    public static AntiSSRFPolicy Policy()
    {
        var policy = new AntiSSRFPolicy(PolicyConfigOptions.ExternalOnlyLatest);
        policy.AddDeniedAddresses([Compatible]);
        return policy;
    }

    /// <summary>Whether an address is public.</summary>
    public static bool Contain(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : new IPAddress(address.GetAddressBytes());
        return !Denied.Any(network => network.Contains(plain));
    }
}
