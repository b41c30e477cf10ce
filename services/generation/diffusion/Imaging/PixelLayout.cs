using System.Numerics.Tensors;

namespace KreaPlatform.Diffusion.Imaging;

/// <summary>Changes of range and layout of pixels.</summary>
internal static class PixelLayout
{
    /// <summary>[0, 1] to [-1, 1].</summary>
    public static void ToSigned(ReadOnlySpan<float> pixels, Span<float> signed)
    {
        TensorPrimitives.Multiply(pixels, 2f, signed);
        TensorPrimitives.Subtract(signed, 1f, signed);
    }

    /// <summary>[-1, 1] to [0, 1], clamped.</summary>
    public static void ToUnit(ReadOnlySpan<float> signed, Span<float> pixels)
    {
        TensorPrimitives.Multiply(signed, 0.5f, pixels);
        TensorPrimitives.Add(pixels, 0.5f, pixels);
        TensorPrimitives.Max(pixels, 0f, pixels);
        TensorPrimitives.Min(pixels, 1f, pixels);
    }

    /// <summary>Planes in [0, 1] to bytes of interleaved colours.</summary>
    public static RgbImage ToBytes(ReadOnlySpan<float> planes, int width, int height)
    {
        int area = width * height;
        var data = new byte[area * 3];
        for (int i = 0; i < data.Length; i++)
            data[i] = (byte)(Math.Clamp(planes[i % 3 * area + i / 3], 0f, 1f) * 255f + 0.5f);
        return new RgbImage(width, height, data);
    }
}
