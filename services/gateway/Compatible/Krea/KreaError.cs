namespace KreaPlatform.Gateway.Compatible.Krea;

/// <summary>An error in Krea's form.</summary>
/// <param name="Error">What is wrong, in one sentence or several.</param>
public sealed record KreaError(string Error);
