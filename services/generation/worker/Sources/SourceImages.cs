using KreaPlatform.ServiceDefaults.Imaging;

namespace KreaPlatform.Generation.Sources;

/// <summary>The pictures that a request refers to, decoded and fitted.</summary>
/// <param name="Styles">Content address to picture, of every style source that has an influence.</param>
/// <param name="Edit">What the images start from, of exactly the request's size; null for pure noise.</param>
/// <param name="Mask">Where it may change, of exactly the request's size; null for everywhere.</param>
public sealed record SourceImages(IReadOnlyDictionary<string, PixelPlanes> Styles, PixelPlanes? Edit, PixelPlanes? Mask)
{
    /// <summary>Of a request that refers to none.</summary>
    public static SourceImages None { get; } = new(new Dictionary<string, PixelPlanes>(), null, null);
}
