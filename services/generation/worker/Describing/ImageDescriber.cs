using KreaPlatform.Contracts.Generation;
using KreaPlatform.Generation.Vision;
using KreaPlatform.ServiceDefaults.Imaging;
using KreaPlatform.Vision.Hashing;

namespace KreaPlatform.Generation.Describing;

/// <summary>Says what images look like, in numbers.</summary>
public sealed class ImageDescriber(VisionModels vision)
{
    /// <summary>Which descriptor speaks: SHA-256 of its file.</summary>
    public string Version => vision.Descriptor.Version;

    /// <summary>Describes a view (<see cref="ImageView"/>); null when the descriptor finds no numbers for it.</summary>
    public ImageVectors? Describe(PixelPlanes view)
    {
        var descriptor = vision.Descriptor;
        var found = descriptor.Describe(view);
        if (!HasDirection(found.Style) || !HasDirection(found.Content)) return null;
        return new ImageVectors
        {
            Descriptor = descriptor.Version, Style = found.Style, Content = found.Content, PerceptualHash = PerceptualHash.Of(view).ToString("x16"),
        };
    }

    // A vector that is zero or not finite can't be compared with any other.
    private static bool HasDirection(float[] vector) => Array.TrueForAll(vector, float.IsFinite) && Array.Exists(vector, value => value != 0);
}
