namespace KreaPlatform.Gateway.Keys.Rest;

/// <summary>Keys, newest first.</summary>
/// <param name="Items">The keys.</param>
public sealed record KeyList(IReadOnlyList<KeyResource> Items);
