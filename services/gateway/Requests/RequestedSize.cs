namespace KreaPlatform.Gateway.Requests;

/// <summary>How large an image is drawn, and how large it is when it is finished.</summary>
/// <param name="Width">Pixels that the model draws.</param>
/// <param name="Height">Pixels that the model draws.</param>
/// <param name="OutputWidth">Pixels of the finished image, enlarged and cropped.</param>
/// <param name="OutputHeight">Pixels of the finished image, enlarged and cropped.</param>
public readonly record struct RequestedSize(int Width, int Height, int OutputWidth, int OutputHeight)
{
    /// <summary>A size that is only enlarged.</summary>
    public static RequestedSize Uncropped(int width, int height, int upscale) => new(width, height, width * upscale, height * upscale);
}
