namespace KreaPlatform.Gateway.Requests;

/// <summary>The limits of the public API that hold for every model.</summary>
public static class RequestLimits
{
    /// <summary>Longest prompt in characters (Unicode code points).</summary>
    public const int PromptCharacters = 4000;
    /// <summary>Most images of one job.</summary>
    public const int Images = 16;
    /// <summary>Sides are multiples of this many pixels.</summary>
    public const int SideMultiple = 16;
    /// <summary>Largest seed: 2^53 - 1, the largest integer that every JSON reader keeps exact.</summary>
    public const long Seed = (1L << 53) - 1;
    /// <summary>Most denoising steps.</summary>
    public const int Steps = 100;
    /// <summary>Largest guidance.</summary>
    public const double Guidance = 20;
    /// <summary>Encoding quality when the caller gives none.</summary>
    public const int DefaultQuality = 90;
    /// <summary>Longest <c>user</c> in characters.</summary>
    public const int UserCharacters = 128;
    /// <summary>Most pairs of metadata.</summary>
    public const int MetadataPairs = 16;
    /// <summary>Longest name of a pair in characters.</summary>
    public const int MetadataNameCharacters = 64;
    /// <summary>Longest value of a pair in characters.</summary>
    public const int MetadataValueCharacters = 512;
    /// <summary>Most style references of one job; the model may take fewer.</summary>
    public const int References = 10;
    /// <summary>Influence of a reference and strength of a style reach from its negative to this.</summary>
    public const double Influence = 2;
    /// <summary>Influence of a reference and strength of a style when the caller gives none.</summary>
    public const double DefaultInfluence = 0.5;
    /// <summary>Most named styles of one job.</summary>
    public const int Styles = 5;
    /// <summary>Most moodboards of one job.</summary>
    public const int Moodboards = 3;
    /// <summary>Most images of a moodboard that a request brings along.</summary>
    public const int BoardImages = 20;
    /// <summary>Largest weight of an image of a board.</summary>
    public const double BoardWeight = 1000;
    /// <summary>Smallest strength of a moodboard.</summary>
    public const double LeastBoardStrength = -0.5;
    /// <summary>Largest strength of a moodboard.</summary>
    public const double BoardStrength = 1.5;
    /// <summary>Strength of a moodboard when the caller gives none.</summary>
    public const double DefaultBoardStrength = 0.35;
    /// <summary>The sliders reach from its negative to this.</summary>
    public const int Slider = 100;
    /// <summary>Strength of an edit when the caller gives none.</summary>
    public const double DefaultStrength = 0.6;
    /// <summary>Strength of an edit with a mask when the caller gives none: what the mask frees is drawn anew.</summary>
    public const double DefaultMaskedStrength = 1;
    /// <summary>Factors by which images can be enlarged.</summary>
    public static IReadOnlyList<int> Upscales { get; } = [1, 2, 3, 4, 8];
    /// <summary>Most pixels of a delivered image.</summary>
    public const int DeliveredPixels = 4096 * 4096;
    /// <summary>Longest address or id of an image in characters, data URIs aside.</summary>
    public const int ImageCharacters = 2048;
}
