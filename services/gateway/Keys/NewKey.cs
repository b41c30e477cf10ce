namespace KreaPlatform.Gateway.Keys;

/// <summary>A key that was just made.</summary>
/// <param name="Row">Its row.</param>
/// <param name="Secret">The key itself: told now, and never again.</param>
public sealed record NewKey(ApiKey Row, string Secret);
