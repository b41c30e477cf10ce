using KreaPlatform.Contracts.Ids;
using KreaPlatform.Gateway.Assets;

namespace KreaPlatform.Gateway.Compatible.Krea;

/// <summary>An asset as Krea's API shows it.</summary>
public sealed record KreaAsset
{
    /// <summary>A UUID.</summary>
    public required string Id { get; init; }
    /// <summary>A signed link to the file, which generations take as it is.</summary>
    public required string ImageUrl { get; init; }
    /// <summary>When it came.</summary>
    public required DateTimeOffset UploadedAt { get; init; }
    /// <summary>Pixels.</summary>
    public required int Width { get; init; }
    /// <summary>Pixels.</summary>
    public required int Height { get; init; }
    /// <summary>Size of the file that is kept.</summary>
    public required long SizeBytes { get; init; }
    /// <summary>Media type of the file that is kept.</summary>
    public required string MimeType { get; init; }
    /// <summary>Always empty: descriptions are taken and not kept.</summary>
    public string Description { get; } = "";
    /// <summary>Always null.</summary>
    public object? Metadata { get; }

    /// <summary>Shows an asset.</summary>
    public static KreaAsset Of(AssetResource asset) => new()
    {
        Id = KreaIds.Of(asset.Id, IdPrefix.Asset), ImageUrl = asset.Url, UploadedAt = asset.CreatedAt, Width = asset.Width, Height = asset.Height,
        SizeBytes = asset.Bytes, MimeType = "image/" + asset.Format,
    };
}
