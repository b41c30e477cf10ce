using KreaPlatform.Diffusion.Bundles;
using KreaPlatform.Diffusion.Imaging;
using KreaPlatform.Diffusion.Sampling;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace KreaPlatform.Diffusion.Inference;

/// <summary>Pixels to latents and back, by vae_encoder.onnx and vae_decoder.onnx.</summary>
internal sealed class VaeCodec(Component encoder, Component decoder, LatentLayout layout)
{
    public const string EncoderFile = "vae_encoder.onnx", DecoderFile = "vae_decoder.onnx";

    public static TensorSpec PixelSpec => new("pixels", TensorElementType.Float, TensorSpec.Any, 3, TensorSpec.Any, TensorSpec.Any);

    public static TensorSpec LatentSpec(LatentLayout layout) =>
        new("latents", TensorElementType.Float, TensorSpec.Any, layout.Channels, TensorSpec.Any, TensorSpec.Any);

    /// <summary>Packed latents of one image to planes in [0, 1].</summary>
    public float[] Decode(ReadOnlySpan<float> packed, LatentGrid grid, RunClock clock)
    {
        var latents = new float[grid.Length];
        grid.Unpack(packed, latents);
        int height = grid.LatentHeight * layout.Downscale, width = grid.LatentWidth * layout.Downscale;
        var pixels = new float[3 * height * width];
        using var input = Tensors.Of(latents, 1, layout.Channels, grid.LatentHeight, grid.LatentWidth);
        using var output = Tensors.Of(pixels, 1, 3, height, width);
        decoder.Run([input], output, clock);
        PixelLayout.ToUnit(pixels, pixels);
        return pixels;
    }

    /// <summary>A picture, whose sides are whole tokens, to latents (C, h, w).</summary>
    public float[] Encode(PixelImage image, RunClock clock)
    {
        var grid = LatentGrid.ForPixels(layout, image.Width, image.Height);
        var signed = new float[image.Pixels.Length];
        PixelLayout.ToSigned(image.Pixels, signed);
        var latents = new float[grid.Length];
        using var input = Tensors.Of(signed, 1, 3, image.Height, image.Width);
        using var output = Tensors.Of(latents, 1, layout.Channels, grid.LatentHeight, grid.LatentWidth);
        encoder.Run([input], output, clock);
        return latents;
    }

    /// <summary>A picture, whose sides are whole tokens, to packed latents.</summary>
    public float[] EncodePacked(PixelImage image, LatentGrid grid, RunClock clock)
    {
        var packed = new float[grid.Length];
        grid.Pack(Encode(image, clock), packed);
        return packed;
    }
}
