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
    /// <summary>A moodboard.</summary>
    public const string Moodboard = "brd";
    /// <summary>An account.</summary>
    public const string Account = "acc";
    /// <summary>An API key.</summary>
    public const string Key = "key";
    /// <summary>A webhook endpoint.</summary>
    public const string Webhook = "whk";
    /// <summary>A webhook delivery: what a receiver sees as <c>webhook-id</c>.</summary>
    public const string Delivery = "msg";
    /// <summary>A member of an account.</summary>
    public const string Member = "mem";
    /// <summary>An entry of a payer's balance.</summary>
    public const string Entry = "ent";
    /// <summary>A top-up of a payer's balance.</summary>
    public const string TopUp = "top";
    /// <summary>A record of an administrator's act.</summary>
    public const string Audit = "aud";
    /// <summary>A worker process (new at every start).</summary>
    public const string Worker = "wkr";
}
