namespace KreaPlatform.Gateway.Jobs;

/// <summary>A page of a list, newest first.</summary>
/// <param name="Items">The jobs.</param>
/// <param name="NextCursor">Where the next page begins; null at the end.</param>
public sealed record JobPage(IReadOnlyList<Job> Items, string? NextCursor);
