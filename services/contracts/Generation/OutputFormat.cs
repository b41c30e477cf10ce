namespace KreaPlatform.Contracts.Generation;

/// <summary>Names of the image formats that a job can ask for.</summary>
public static class OutputFormat
{
    /// <summary>Lossless; the default.</summary>
    public const string Png = "png";
    /// <summary>JPEG at the asked quality.</summary>
    public const string Jpeg = "jpeg";
    /// <summary>WebP at the asked quality.</summary>
    public const string WebP = "webp";

    /// <summary>Every format, in the order in which documentation lists them.</summary>
    public static IReadOnlyList<string> All { get; } = [Png, Jpeg, WebP];

    /// <summary>The media type (RFC 6838) of a format.</summary>
    public static string MediaType(string format) => "image/" + format;
}
