using MassTransit;

namespace KreaPlatform.ServiceDefaults.Bus;

/// <summary>
/// What each service of a host adds to its one bus. A host has one bus whether it runs one service or all of them, so services contribute
/// and the host builds (<see cref="BusHosting.AddBus"/>).
/// </summary>
public sealed class BusContributions
{
    /// <summary>Registrations of consumers and request clients, in order.</summary>
    public List<Action<IBusRegistrationConfigurator>> Registrations { get; } = [];
}
