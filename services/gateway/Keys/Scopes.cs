namespace KreaPlatform.Gateway.Keys;

/// <summary>What a key may do; each is a name in the API (<see cref="ScopeNames"/>).</summary>
[Flags]
public enum Scopes
{
    /// <summary>Nothing.</summary>
    None = 0,
    /// <summary>Look at what the account has: generations, assets, styles, models, limits.</summary>
    Read = 1,
    /// <summary>Make, cancel and delete generations.</summary>
    Generate = 2,
    /// <summary>Upload, change and delete assets, styles and moodboards.</summary>
    Assets = 4,
    /// <summary>See and change webhook endpoints and their deliveries.</summary>
    Webhooks = 8,
    /// <summary>See, make, rotate and revoke keys, none stronger than itself.</summary>
    Keys = 16,
    /// <summary>See balance, entries and usage, and top up.</summary>
    Billing = 32,
    /// <summary>See, invite, change and remove members.</summary>
    Members = 64,
    /// <summary>Everything that an account's owner may do.</summary>
    Account = Read | Generate | Assets | Webhooks | Keys | Billing | Members,
    /// <summary>The administrator's routes, which reach into every account.</summary>
    Admin = 1 << 16,
    /// <summary>Everything.</summary>
    All = Account | Admin,
}
