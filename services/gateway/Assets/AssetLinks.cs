using KreaPlatform.Gateway.Images;

namespace KreaPlatform.Gateway.Assets;

/// <summary>Signed links to assets.</summary>
public sealed class AssetLinks(SignedLinks links)
{
    /// <summary>A link to an asset's file.</summary>
    public ImageLink Create(string assetId) => links.Create(Path(assetId));

    /// <summary>Judges the parts of a link; <paramref name="left"/> is how long it still lives.</summary>
    public LinkVerdict Judge(string assetId, string? expires, string? signature, out TimeSpan left) => links.Judge(Path(assetId), expires, signature, out left);

    private static string Path(string assetId) => $"/v1/assets/{assetId}/content";
}
