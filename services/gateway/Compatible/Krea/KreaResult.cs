namespace KreaPlatform.Gateway.Compatible.Krea;

/// <summary>What a completed job made.</summary>
/// <param name="Urls">A signed link an image; an image that was refused or deleted has none.</param>
public sealed record KreaResult(IReadOnlyList<string> Urls);
