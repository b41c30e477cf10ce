namespace KreaPlatform.Gateway.Keys;

/// <summary>Knows the API keys.</summary>
public interface IKeyring
{
    /// <summary>Whose key it is, or null. Takes the same time for every wrong key.</summary>
    Caller? Authenticate(string key);
}
