namespace KreaPlatform.ServiceDefaults.Identity;

/// <summary>On whose behalf a service is called, as the gateway found out: what an inner service believes, and the only thing that it believes.</summary>
/// <param name="AccountId">The account.</param>
/// <param name="User">The account's own end user; null when none was named.</param>
/// <param name="Scopes">Names of what the caller may do.</param>
public sealed record ServiceIdentity(string AccountId, string? User, IReadOnlyList<string> Scopes)
{
    /// <summary>Whether the caller may do that.</summary>
    public bool May(string scope) => Scopes.Contains(scope);
}
