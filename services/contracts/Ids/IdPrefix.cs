namespace KreaPlatform.Contracts.Ids;

/// <summary>The prefixes of public identifiers.</summary>
public static class IdPrefix
{
    /// <summary>A generation (job).</summary>
    public const string Generation = "gen";
    /// <summary>An uploaded or stored asset.</summary>
    public const string Asset = "ast";
    /// <summary>A named style.</summary>
    public const string Style = "sty";
    /// <summary>An account.</summary>
    public const string Account = "acc";
    /// <summary>An API key.</summary>
    public const string Key = "key";
    /// <summary>A webhook endpoint.</summary>
    public const string Webhook = "whk";
    /// <summary>A webhook delivery: what a receiver sees as <c>webhook-id</c>.</summary>
    public const string Delivery = "msg";
    /// <summary>A worker process (new at every start).</summary>
    public const string Worker = "wkr";
}
