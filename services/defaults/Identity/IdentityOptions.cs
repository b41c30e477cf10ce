namespace KreaPlatform.ServiceDefaults.Identity;

/// <summary>Configuration section <c>Identity</c>: the keys of the tokens between services.</summary>
public sealed class IdentityOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Identity";

    /// <summary>
    /// Private key that signs, an elliptic-curve key (P-256) as PEM: of whoever issues tokens, the gateway. Without this and <see cref="TrustedKeys"/> a process
    /// makes a pair of its own, which is right where all services are in it, and lets nobody in where they are not.
    /// </summary>
    public string? SigningKey { get; set; }

    /// <summary>Public keys that are believed, as PEM: several while one takes another's place.</summary>
    public string[] TrustedKeys { get; set; } = [];

    /// <summary>How long a token lives.</summary>
    public TimeSpan Lifetime { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>How far clocks may differ.</summary>
    public TimeSpan Skew { get; set; } = TimeSpan.FromSeconds(10);
}
