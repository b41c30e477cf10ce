using KreaPlatform.Contracts.Generation;

namespace KreaPlatform.Generation.Receipts;

/// <summary>What each source of a request did to an image, down to the images that stand for it. Pure.</summary>
public static class SourceShares
{
    /// <summary>One entry a source, in the order of the request.</summary>
    /// <param name="sources">The request's sources.</param>
    /// <param name="measured">Their measured shares.</param>
    /// <param name="mostImages">How many images of one source took part: the heaviest.</param>
    public static IReadOnlyList<SourceReceipt> Of(IReadOnlyList<SourceSpec> sources, IReadOnlyList<double> measured, int mostImages) =>
    [
        .. sources.Zip(measured, (source, share) => new SourceReceipt
        {
            Kind = source.Kind, Id = source.Id, Version = source.Version, Applied = source.Influence, Measured = share,
            Items = source.Kind == SourceKinds.Reference ? [] : Items(source.Images, share, mostImages),
        }),
    ];

    private static SourceItemReceipt[] Items(IReadOnlyList<SourceImage> images, double share, int mostImages)
    {
        // Ordered like the engine does it, ties by place.
        var took = Enumerable.Range(0, images.Count).OrderByDescending(i => images[i].Weight).Take(mostImages).ToHashSet();
        var whole = took.Sum(i => images[i].Weight);
        return [.. images.Select((image, i) => new SourceItemReceipt(image.Asset, took.Contains(i) ? share * image.Weight / whole : 0))];
    }
}
