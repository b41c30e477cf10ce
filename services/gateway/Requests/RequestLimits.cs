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
}
