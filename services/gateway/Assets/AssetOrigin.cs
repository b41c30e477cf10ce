namespace KreaPlatform.Gateway.Assets;

/// <summary>How an asset came.</summary>
public static class AssetOrigin
{
    /// <summary>Sent as bytes.</summary>
    public const string Upload = "upload";
    /// <summary>Fetched from a URL.</summary>
    public const string Url = "url";
    /// <summary>Made here.</summary>
    public const string Generation = "generation";
}
