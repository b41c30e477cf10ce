using KreaPlatform.Gateway.Webhooks.Endpoints;

namespace KreaPlatform.Gateway.Webhooks.Rest;

/// <summary>How an endpoint fares.</summary>
/// <param name="State"><c>closed</c> (all is well), <c>open</c> (it gets a pause) or <c>half_open</c> (it is probed).</param>
/// <param name="Failures">Failed attempts in a row.</param>
/// <param name="FailingSince">When the first of them was.</param>
/// <param name="PausedUntil">Until when nothing is sent.</param>
public sealed record CircuitResource(string State, int Failures, DateTimeOffset? FailingSince, DateTimeOffset? PausedUntil)
{
    /// <summary>The circuit of an endpoint.</summary>
    public static CircuitResource Of(WebhookEndpoint endpoint, WebhooksOptions options, DateTimeOffset now)
    {
        var circuit = endpoint.Circuit;
        var open = circuit.IsOpen(now);
        return new CircuitResource(open ? "open" : options.Breaker.IsProbing(circuit) ? "half_open" : "closed", circuit.Failures, circuit.FailingSince,
            open ? circuit.OpenUntil : null);
    }
}
