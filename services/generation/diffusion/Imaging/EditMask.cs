using KreaPlatform.Diffusion.Sampling;

namespace KreaPlatform.Diffusion.Imaging;

/// <summary>Where a source image may change, with a soft edge as wide as a latent so that no seam shows.</summary>
internal sealed class EditMask
{
    private readonly float[] plane;
    private readonly int width, height;

    /// <summary>A mask of exactly the image's size; the mean of its channels counts.</summary>
    public EditMask(PixelImage mask, int feather)
    {
        (width, height) = (mask.Width, mask.Height);
        int area = width * height;
        plane = new float[area];
        for (int i = 0; i < area; i++)
            plane[i] = (mask.Pixels[i] + mask.Pixels[area + i] + mask.Pixels[2 * area + i]) / 3;
        // A box over rows, then over columns, twice each: nearly a bell.
        for (int pass = 0; pass < 2; pass++)
        {
            Smooth(1, width, width, height, feather / 2);
            Smooth(width, height, 1, width, feather / 2);
        }
    }

    /// <summary>For every number of the packed latents, whether its cell has any masked pixel.</summary>
    public bool[] FreeLatents(LatentGrid grid)
    {
        int side = grid.Layout.Downscale, cells = grid.LatentHeight * grid.LatentWidth;
        var latents = new float[grid.Length];
        for (int y = 0; y < height; y++)
        {
            for (int x = 0; x < width; x++)
            {
                if (plane[y * width + x] <= 0)
                    continue;
                for (int c = 0; c < grid.Layout.Channels; c++)
                    latents[c * cells + y / side * grid.LatentWidth + x / side] = 1;
            }
        }
        var packed = new float[grid.Length];
        grid.Pack(latents, packed);
        return [.. packed.Select(free => free > 0)];
    }

    /// <summary>Puts the source's pixels back where the mask keeps them.</summary>
    public void Restore(Span<float> pixels, ReadOnlySpan<float> source)
    {
        for (int i = 0; i < pixels.Length; i++)
        {
            float free = plane[i % plane.Length];
            pixels[i] = free <= 0 ? source[i] : source[i] + free * (pixels[i] - source[i]);
        }
    }

    /// <summary>Means over 2 * radius + 1 neighbours along lines of <paramref name="count"/> numbers, the ends repeated.</summary>
    private void Smooth(int step, int count, int lineStep, int lines, int radius)
    {
        var line = new float[count];
        for (int l = 0; l < lines; l++)
        {
            for (int i = 0; i < count; i++)
                line[i] = plane[l * lineStep + i * step];
            for (int i = 0; i < count; i++)
            {
                float sum = 0;
                for (int j = i - radius; j <= i + radius; j++)
                    sum += line[Math.Clamp(j, 0, count - 1)];
                plane[l * lineStep + i * step] = sum / (2 * radius + 1);
            }
        }
    }
}
