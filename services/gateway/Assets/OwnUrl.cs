using System.Globalization;
using KreaPlatform.Contracts.Ids;

namespace KreaPlatform.Gateway.Assets;

/// <summary>What a URL of this API leads to: an asset, or an image of a generation. Pure.</summary>
/// <param name="Id">The asset or the generation.</param>
/// <param name="ImageIndex">The image's place in the generation; null for an asset.</param>
public readonly record struct OwnUrl(string Id, int? ImageIndex)
{
    /// <summary>Reads the path of a URL; null when no link of ours looks like that.</summary>
    public static OwnUrl? Read(Uri url) => url.AbsolutePath.Split('/') switch
    {
        ["", "v1", "assets", var asset, "content"] when PrefixedId.IsValid(asset, IdPrefix.Asset) => new OwnUrl(asset, null),
        ["", "v1", "generations", var job, "images", var index] when PrefixedId.IsValid(job, IdPrefix.Generation)
            && int.TryParse(index, NumberStyles.None, CultureInfo.InvariantCulture, out var place) => new OwnUrl(job, place),
        _ => null,
    };
}
