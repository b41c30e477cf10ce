using KreaPlatform.ServiceDefaults.Imaging;

namespace KreaPlatform.Vision.Upscaling;

/// <summary>
/// Cuts an image into tiles for a model of bounded receptive field. With an overlap of at least that radius, each core comes out as it would from
/// the whole image: where a window ends within the image, the core is too far away to notice, and where the image ends, so does the window.
/// </summary>
public static class TilePlan
{
    /// <summary>Tiles in rows, cores at most <paramref name="core"/> a side, windows reaching <paramref name="overlap"/> further.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A size below 1, or a negative overlap.</exception>
    public static IEnumerable<Tile> For(int width, int height, int core, int overlap)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(width);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(height);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(core);
        ArgumentOutOfRangeException.ThrowIfNegative(overlap);
        return Cut(width, height, core, overlap);
    }

    private static IEnumerable<Tile> Cut(int width, int height, int core, int overlap)
    {
        for (var y = 0; y < height; y += core)
            for (var x = 0; x < width; x += core)
            {
                var inner = new PixelRect(x, y, Math.Min(core, width - x), Math.Min(core, height - y));
                int left = Math.Max(0, x - overlap), top = Math.Max(0, y - overlap);
                int right = Math.Min(width, x + inner.Width + overlap), bottom = Math.Min(height, y + inner.Height + overlap);
                yield return new Tile(inner, new PixelRect(left, top, right - left, bottom - top));
            }
    }
}
