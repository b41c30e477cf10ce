namespace KreaPlatform.Contracts.Generation;

/// <summary>One image's part of what a style or board did.</summary>
/// <param name="Asset">The asset that it is; null when there is none.</param>
/// <param name="Measured">Its part of the source's measured share.</param>
public sealed record SourceItemReceipt(string? Asset, double Measured);
