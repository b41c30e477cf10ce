namespace KreaPlatform.Gateway.Assets;

/// <summary>Shows assets to their owners.</summary>
public sealed class AssetResources(AssetLinks links)
{
    /// <summary>The resource of an asset, with its link under <paramref name="baseUrl"/>.</summary>
    public AssetResource Of(Asset asset, string baseUrl)
    {
        var link = links.Create(asset.Id);
        return new AssetResource
        {
            Id = asset.Id, CreatedAt = asset.CreatedAt, Origin = asset.Origin, GenerationId = asset.GenerationId, ImageIndex = asset.ImageIndex,
            Format = asset.Format, OriginalFormat = asset.OriginalFormat, Bytes = asset.Bytes, Width = asset.Width, Height = asset.Height,
            Url = baseUrl + link.PathAndQuery, UrlExpiresAt = link.ExpiresAt, Description = asset.Description, Rights = AssetRights.Of(asset.AccountId, asset.Hints),
        };
    }
}
