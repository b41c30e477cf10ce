namespace KreaPlatform.Gateway.Keys;

/// <summary>Knows the API keys.</summary>
public interface IKeyring
{
    /// <summary>Whose key it is, or null when it is not known or no longer in force, which nobody can tell apart. Takes the same time for every wrong key.</summary>
    ValueTask<Caller?> AuthenticateAsync(string key, CancellationToken cancel);
}
