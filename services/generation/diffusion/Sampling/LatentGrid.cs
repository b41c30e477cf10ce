using KreaPlatform.Diffusion.Bundles;

namespace KreaPlatform.Diffusion.Sampling;

/// <summary>Latents of an image of a given size, and how they are packed into tokens: a patch of p x p latents of C channels is one token of C*p*p numbers.</summary>
/// <param name="Layout">The bundle's geometry.</param>
/// <param name="Rows">Rows of tokens.</param>
/// <param name="Columns">Columns of tokens.</param>
internal sealed record LatentGrid(LatentLayout Layout, int Rows, int Columns)
{
    public static LatentGrid ForPixels(LatentLayout layout, int width, int height) => new(layout, height / layout.TokenSide, width / layout.TokenSide);

    public int Tokens => Rows * Columns;

    public int LatentHeight => Rows * Layout.Patch;

    public int LatentWidth => Columns * Layout.Patch;

    /// <summary>Numbers in one image's latents.</summary>
    public int Length => Tokens * Layout.TokenWidth;

    /// <summary>(C, h, w) to (N, C*p*p), each token in the order (c, row in the patch, column in the patch).</summary>
    public void Pack(ReadOnlySpan<float> latents, Span<float> packed)
    {
        foreach (var (packedAt, latentAt, count) in Runs())
            latents.Slice(latentAt, count).CopyTo(packed[packedAt..]);
    }

    /// <summary>The reverse of <see cref="Pack"/>.</summary>
    public void Unpack(ReadOnlySpan<float> packed, Span<float> latents)
    {
        foreach (var (packedAt, latentAt, count) in Runs())
            packed.Slice(packedAt, count).CopyTo(latents[latentAt..]);
    }

    /// <summary>Positions of the tokens, (index, row, column) each.</summary>
    public void WritePositions(Span<float> positions, int index)
    {
        for (int t = 0; t < Tokens; t++)
        {
            positions[t * 3] = index;
            positions[t * 3 + 1] = t / Columns;
            positions[t * 3 + 2] = t % Columns;
        }
    }

    /// <summary>Stretches of p numbers that are neighbours in both layouts.</summary>
    private IEnumerable<(int Packed, int Latent, int Count)> Runs()
    {
        int p = Layout.Patch, packed = 0;
        for (int row = 0; row < Rows; row++)
        {
            for (int column = 0; column < Columns; column++)
            {
                for (int c = 0; c < Layout.Channels; c++)
                {
                    for (int ph = 0; ph < p; ph++, packed += p)
                        yield return (packed, (c * LatentHeight + row * p + ph) * LatentWidth + column * p, p);
                }
            }
        }
    }
}
