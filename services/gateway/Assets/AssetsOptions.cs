namespace KreaPlatform.Gateway.Assets;

/// <summary>Configuration section <c>Assets</c>. How much an account may keep is said by its plan.</summary>
public sealed class AssetsOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Assets";

    /// <summary>Largest JSON body that may carry images as data URIs, in bytes: one image of 20 MB in base64.</summary>
    public int MaxJsonBytes { get; set; } = 28_000_000;

    /// <summary>Images of one request that are fetched and read at the same time.</summary>
    public int TakeAtOnce { get; set; } = 4;

    /// <summary>After how long a description that nobody gave is asked for again.</summary>
    public TimeSpan AskAgainAfter { get; set; } = TimeSpan.FromMinutes(15);
}
