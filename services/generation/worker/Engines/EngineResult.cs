namespace KreaPlatform.Generation.Engines;

/// <summary>What a generation gave.</summary>
/// <param name="Images">One an image of the request, in order.</param>
/// <param name="Times">Where the time went.</param>
public sealed record EngineResult(IReadOnlyList<EngineImage> Images, EngineTimes Times);
