namespace KreaPlatform.Gateway.Webhooks.Endpoints;

/// <summary>What a caller wants of an endpoint, checked; what is null is left as it is.</summary>
/// <param name="Url">Where events go.</param>
/// <param name="Events">Types that it gets.</param>
/// <param name="Description">The owner's own words; empty removes them.</param>
/// <param name="Enabled">Whether it gets anything.</param>
public sealed record EndpointSpec(string? Url, IReadOnlyList<string>? Events, string? Description, bool? Enabled);
