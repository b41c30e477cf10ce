using KreaPlatform.Contracts.Generation;

namespace KreaPlatform.Gateway.Submission;

/// <summary>A moodboard as it is at a version.</summary>
/// <param name="Version">Which.</param>
/// <param name="Images">The images that stand for it, by weight.</param>
public sealed record BoardSnapshot(int Version, IReadOnlyList<SourceImage> Images);
