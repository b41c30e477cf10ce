namespace KreaPlatform.Contracts.Generation;

/// <summary>One image of a style source.</summary>
/// <param name="Blob">Content address of its bytes in the blob store.</param>
/// <param name="Weight">Its share of the source, above 0; the shares need not sum to 1.</param>
/// <param name="Asset">The asset that it is, so that credit reaches its owner; null when there is none.</param>
public sealed record SourceImage(string Blob, double Weight, string? Asset = null);
