namespace KreaPlatform.Gateway.Keys;

/// <summary>Which scopes let a caller use a route or a gRPC method: any one of them is enough.</summary>
/// <param name="scopes">The scopes.</param>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class)]
public sealed class NeedsAttribute(Scopes scopes) : Attribute
{
    /// <summary>The scopes.</summary>
    public Scopes Scopes => scopes;
}
