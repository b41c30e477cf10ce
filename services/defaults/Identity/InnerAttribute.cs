namespace KreaPlatform.ServiceDefaults.Identity;

/// <summary>Marks an endpoint that only the gateway calls, on behalf of somebody (<see cref="ServiceIdentity"/>).</summary>
/// <param name="service">The service whose endpoint it is: the one that tokens must be for.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class InnerAttribute(string service) : Attribute
{
    /// <summary>The service.</summary>
    public string Service => service;
}
