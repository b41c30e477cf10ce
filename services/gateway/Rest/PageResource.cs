namespace KreaPlatform.Gateway.Rest;

/// <summary>A page of generations, newest first.</summary>
/// <param name="Items">The generations.</param>
/// <param name="NextCursor">What to give as <c>cursor</c> for the next page; null on the last.</param>
public sealed record PageResource(IReadOnlyList<GenerationResource> Items, string? NextCursor);
