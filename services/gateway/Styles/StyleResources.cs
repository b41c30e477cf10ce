using KreaPlatform.Gateway.Assets;
using KreaPlatform.Gateway.Keys;

namespace KreaPlatform.Gateway.Styles;

/// <summary>Shows styles: all of it to its owner, without its images to everybody else.</summary>
public sealed class StyleResources(AssetLinks links)
{
    /// <summary>The resource of a style for a caller, with links under <paramref name="baseUrl"/>.</summary>
    public StyleResource Of(Style style, Caller caller, string baseUrl)
    {
        var own = style.AccountId == caller.AccountId;
        return new StyleResource
        {
            Id = style.Id, Name = style.Name, Visibility = style.Visibility, Own = own, CreatedAt = style.CreatedAt, UpdatedAt = style.UpdatedAt,
            ImageCount = style.Images.Count, Images = own ? [.. style.Images.OrderBy(i => i.Index).Select(i => OfImage(i, baseUrl))] : null,
        };
    }

    private StyleImageResource OfImage(StyleImage image, string baseUrl)
    {
        var link = links.Create(image.AssetId);
        return new StyleImageResource(image.AssetId, image.Weight, baseUrl + link.PathAndQuery, link.ExpiresAt);
    }
}
