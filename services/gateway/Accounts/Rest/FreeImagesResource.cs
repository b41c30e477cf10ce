namespace KreaPlatform.Gateway.Accounts.Rest;

/// <summary>Today's free images.</summary>
/// <param name="Limit">A day.</param>
/// <param name="Left">Left of today; those of open generations are taken off until they end.</param>
/// <param name="ResetsAt">When the next day begins.</param>
public sealed record FreeImagesResource(int Limit, int Left, DateTimeOffset ResetsAt);
