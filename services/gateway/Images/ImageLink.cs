namespace KreaPlatform.Gateway.Images;

/// <summary>A signed link to an image.</summary>
/// <param name="PathAndQuery">What follows the base URL.</param>
/// <param name="ExpiresAt">Until when it is answered.</param>
public sealed record ImageLink(string PathAndQuery, DateTimeOffset ExpiresAt);
