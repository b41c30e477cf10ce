namespace KreaPlatform.Gateway.Idempotency;

/// <summary>A run was so slow that another took over its key; it made nothing.</summary>
public sealed class IdempotencyLostException() : Exception("Another request with the same Idempotency-Key has taken over.");
