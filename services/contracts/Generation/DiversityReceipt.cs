namespace KreaPlatform.Contracts.Generation;

/// <summary>How much the images of a job differ: Vendi scores (arXiv 2210.02410), from 1 (all alike) to the number of images.</summary>
/// <param name="Style">Over style vectors: how they look.</param>
/// <param name="Content">Over content vectors: what they show.</param>
public sealed record DiversityReceipt(double Style, double Content);
