namespace KreaPlatform.Generation.Expansion;

/// <summary>What a job's images are made from, in words and guidance.</summary>
/// <param name="Prompts">The prompts as used, one an image.</param>
/// <param name="Guidance">Guidance as used.</param>
/// <param name="WithoutEffect">Sliders that were set and had nothing to work with, by name.</param>
public sealed record JobPrompts(IReadOnlyList<string> Prompts, double Guidance, IReadOnlyList<string> WithoutEffect);
