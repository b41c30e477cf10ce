namespace KreaPlatform.Gateway.Rest;

/// <summary>How far a generation is.</summary>
/// <param name="Step">Steps done.</param>
/// <param name="Steps">Steps in all.</param>
public sealed record ProgressResource(int Step, int Steps);
