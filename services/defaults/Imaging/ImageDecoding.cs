using System.Diagnostics.CodeAnalysis;

namespace KreaPlatform.ServiceDefaults.Imaging;

/// <summary>What became of some bytes: an image, or the reason why not.</summary>
public sealed class ImageDecoding
{
    private ImageDecoding(DecodedImage? image, ImageError? error) => (Image, Error) = (image, error);

    /// <summary>The image, or null.</summary>
    public DecodedImage? Image { get; }

    /// <summary>The reason, or null.</summary>
    public ImageError? Error { get; }

    /// <summary>Whether there is an image.</summary>
    [MemberNotNullWhen(true, nameof(Image))]
    [MemberNotNullWhen(false, nameof(Error))]
    public bool Succeeded => Image is not null;

    internal static ImageDecoding Of(DecodedImage image) => new(image, null);

    internal static ImageDecoding Failed(ImageErrorCode code, string message) => new(null, new ImageError(code, message));
}
