using System.Numerics.Tensors;
using KreaPlatform.Diffusion.Bundles;
using KreaPlatform.Diffusion.Sampling;

namespace KreaPlatform.Diffusion.Imaging;

/// <summary>Previews without a decoder: a pixel a latent, by a linear map.</summary>
internal static class LatentProjection
{
    public static RgbImage Project(ReadOnlySpan<float> packed, LatentGrid grid, PreviewProjection projection)
    {
        var latents = new float[grid.Length];
        grid.Unpack(packed, latents);
        int area = grid.LatentHeight * grid.LatentWidth;
        var planes = new float[3 * area];
        for (int colour = 0; colour < 3; colour++)
        {
            var plane = planes.AsSpan(colour * area, area);
            plane.Fill(projection.Bias[colour]);
            for (int c = 0; c < grid.Layout.Channels; c++)
                TensorPrimitives.MultiplyAdd(latents.AsSpan(c * area, area), projection.Matrix[c][colour], plane, plane);
        }
        PixelLayout.ToUnit(planes, planes);
        return PixelLayout.ToBytes(planes, grid.LatentWidth, grid.LatentHeight);
    }
}
