namespace KreaPlatform.Gateway.Compatible.Krea;

/// <summary>A page of a list, newest first.</summary>
/// <param name="Items">The things.</param>
/// <param name="NextCursor">The time before which the next page begins; null on the last.</param>
/// <typeparam name="T">What is listed.</typeparam>
public sealed record KreaPage<T>(IReadOnlyList<T> Items, string? NextCursor);
