namespace KreaPlatform.Diffusion;

/// <summary>What a generation gave.</summary>
/// <param name="Images">One an entry of the request's prompts, in that order.</param>
/// <param name="Times">Where the time went.</param>
public sealed record GenerationOutput(IReadOnlyList<GeneratedImage> Images, PhaseTimes Times);
