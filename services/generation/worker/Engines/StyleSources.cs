using KreaPlatform.Contracts.Generation;
using KreaPlatform.Diffusion.Imaging;
using KreaPlatform.Diffusion.Styles;
using KreaPlatform.Generation.Sources;

namespace KreaPlatform.Generation.Engines;

/// <summary>A request's sources as the diffusion library takes them.</summary>
internal static class StyleSources
{
    // Stands for the images of a source without influence, which are never looked at.
    private static readonly PixelImage Unseen = new(1, 1, new float[3]);

    /// <summary>In the same order, so that places and measures are the request's.</summary>
    public static StyleSource[] Of(IReadOnlyList<SourceSpec> sources, SourceImages images) =>
    [
        .. sources.Select(source => new StyleSource
        {
            Id = source.Id,
            Kind = KindOf(source.Kind),
            Influence = (float)source.Influence,
            Representatives = [.. source.Images.Select(image => Representative(source, image, images))],
        }),
    ];

    private static Representative Representative(SourceSpec source, SourceImage image, SourceImages images)
    {
        var picture = source.Influence == 0 ? Unseen : ToImage(images, image.Blob);
        // Content addresses name content, so that encodings are found again across jobs.
        return new Representative(picture, (float)image.Weight) { ContentHash = image.Blob };
    }

    private static PixelImage ToImage(SourceImages images, string blob)
    {
        var picture = images.Styles[blob];
        return new PixelImage(picture.Width, picture.Height, picture.Values);
    }

    private static SourceKind KindOf(string kind) => kind switch
    {
        SourceKinds.Reference => SourceKind.Reference,
        SourceKinds.Style => SourceKind.Style,
        SourceKinds.Moodboard => SourceKind.Moodboard,
        _ => throw new ArgumentException($"A source can't be a {kind}.", nameof(kind)),
    };
}
