using KreaPlatform.Diffusion.Imaging;
using KreaPlatform.Vision.Descriptors;
using RgbImage = KreaPlatform.ServiceDefaults.Imaging.RgbImage;

namespace KreaPlatform.Evaluation.Corpus;

/// <summary>A labelled picture of the evaluation set.</summary>
/// <param name="Label">What is true of it.</param>
/// <param name="Picture">Its pixels.</param>
/// <param name="Vectors">Its style and content.</param>
internal sealed record CorpusImage(ImageLabel Label, RgbImage Picture, ImageDescription Vectors)
{
    private PixelImage? source;

    /// <summary>As the engine takes it; one object, so that its encoding is cached by the hash that is worked out once.</summary>
    public PixelImage Source => source ??= new PixelImage(Picture.Width, Picture.Height, Picture.ToPlanes().Values);
}
