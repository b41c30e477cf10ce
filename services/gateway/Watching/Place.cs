namespace KreaPlatform.Gateway.Watching;

/// <summary>A waiting or running job's outlook.</summary>
/// <param name="Position">Jobs of its queue that go before it, plus one; 0 once it runs.</param>
/// <param name="EtaSeconds">Seconds until it ends, from measured speed; null while none has been measured.</param>
public sealed record Place(int Position, double? EtaSeconds);
