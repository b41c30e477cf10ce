namespace KreaPlatform.Gateway.Assets;

/// <summary>Why an image did not become an asset.</summary>
/// <param name="Code">Stable, for programs: one of <see cref="AssetErrorCode"/>.</param>
/// <param name="Detail">The end of a sentence about the image, without a full stop.</param>
public sealed record AssetError(string Code, string Detail);
