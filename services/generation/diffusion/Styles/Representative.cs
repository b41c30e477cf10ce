using System.Runtime.InteropServices;
using System.Security.Cryptography;
using KreaPlatform.Diffusion.Imaging;

namespace KreaPlatform.Diffusion.Styles;

/// <summary>One image of a style source.</summary>
/// <param name="Image">The picture, of any size; the engine fits it.</param>
/// <param name="Weight">Its share of the source, above 0; the shares of a source are scaled to sum to 1.</param>
public sealed record Representative(PixelImage Image, float Weight = 1)
{
    private string? contentHash;

    /// <summary>A name of the picture's content, by which its encoding is cached; by default the SHA-256 of its size and pixels.</summary>
    public string ContentHash
    {
        get => contentHash ??= HashOf(Image);
        init => contentHash = value;
    }

    private static string HashOf(PixelImage image)
    {
        byte[] hash = SHA256.HashData(MemoryMarshal.AsBytes(image.Pixels.AsSpan()));
        return $"{image.Width}x{image.Height}:{Convert.ToHexStringLower(hash)}";
    }
}
