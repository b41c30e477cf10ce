using KreaPlatform.Contracts.Generation;
using SkiaSharp;

namespace KreaPlatform.Gateway.Compatible.OpenAi;

/// <summary>A preview as OpenAI's clients expect a partial image: of the size and in the format of the finished one.</summary>
internal static class PreviewImage
{
    /// <summary>Enlarges and encodes a preview; null when it can't be read, and then it is left out.</summary>
    /// <param name="preview">A small WebP, base64.</param>
    /// <param name="width">Pixels of the finished image.</param>
    /// <param name="height">Pixels of the finished image.</param>
    /// <param name="output">How the finished image is encoded.</param>
    public static byte[]? Of(string? preview, int width, int height, OutputSpec output)
    {
        if (string.IsNullOrEmpty(preview)) return null;
        using var small = SKBitmap.Decode(Convert.FromBase64String(preview));
        using var full = small?.Resize(new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Opaque), new SKSamplingOptions(SKCubicResampler.Mitchell));
        using var data = full?.Encode(output.Format switch
        {
            OutputFormat.Jpeg => SKEncodedImageFormat.Jpeg,
            OutputFormat.WebP => SKEncodedImageFormat.Webp,
            _ => SKEncodedImageFormat.Png,
        }, output.Quality);
        return data?.ToArray();
    }
}
