using KreaPlatform.Diffusion.Bundles;
using KreaPlatform.Diffusion.Imaging;
using KreaPlatform.Diffusion.Inference;
using KreaPlatform.Diffusion.Sampling;

namespace KreaPlatform.Diffusion.Styles;

/// <summary>Sources as clean latents at the end of the sequence: the tokens of their images together, the heaviest first, up to the bundle's maximum.</summary>
internal sealed class LatentSourceEncoder(VaeCodec vae, BundleManifest manifest, int cached) : ISourceEncoder
{
    private readonly LruCache<string, (LatentGrid Grid, float[] Packed)> cache = new(cached);

    public PreparedSource Encode(StyleSource source, int index, int place, RunClock clock)
    {
        var heaviest = source.Representatives.OrderByDescending(representative => representative.Weight).Take(manifest.References!.Max);
        List<ReferenceTokens> references = [];
        foreach (var representative in heaviest)
        {
            var (grid, packed) = cache.GetOrAdd(representative.ContentHash, _ => Run(representative.Image, clock));
            references.Add(new ReferenceTokens(place + references.Count, grid, packed));
        }
        return new PreparedSource(index, source.Influence, [], references);
    }

    private (LatentGrid Grid, float[] Packed) Run(PixelImage image, RunClock clock)
    {
        var (width, height) = Fit(image.Width, image.Height);
        var grid = LatentGrid.ForPixels(manifest.Latents, width, height);
        return (grid, vae.EncodePacked(Resampling.Cover(image, width, height), grid, clock));
    }

    /// <summary>Whole tokens a side, nearest to the picture's own size, with an area of at most about the native one.</summary>
    private (int Width, int Height) Fit(int width, int height)
    {
        double native = manifest.Defaults.Native, scale = Math.Min(1, native / Math.Sqrt((double)width * height));
        int side = manifest.Latents.TokenSide;
        return (Whole(width), Whole(height));

        int Whole(int pixels) => Math.Max(side, (int)Math.Round(pixels * scale / side) * side);
    }
}
