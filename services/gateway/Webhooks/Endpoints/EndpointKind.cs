namespace KreaPlatform.Gateway.Webhooks.Endpoints;

/// <summary>How an endpoint came to be.</summary>
public enum EndpointKind
{
    /// <summary>The account registered it; it gets the account's events.</summary>
    Account,
    /// <summary>Generations named URLs at this host; it gets only what they tell it. Its URL is the host's origin.</summary>
    Generation,
}
