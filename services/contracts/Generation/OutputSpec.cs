namespace KreaPlatform.Contracts.Generation;

/// <summary>How finished images are encoded.</summary>
/// <param name="Format">One of <see cref="OutputFormat"/>.</param>
/// <param name="Quality">1 to 100; ignored by PNG.</param>
public sealed record OutputSpec(string Format, int Quality);
