namespace KreaPlatform.ServiceDefaults.Imaging;

/// <summary>Why bytes did not become an image. The names, in snake_case, are part of the public API.</summary>
public enum ImageErrorCode
{
    /// <summary>Zero bytes.</summary>
    Empty,

    /// <summary>More bytes than <see cref="ImageLimits.MaxBytes"/>.</summary>
    TooManyBytes,

    /// <summary>Not JPEG, PNG, WebP or GIF, whatever its name says (SVG, HTML, HEIC, video), or a variant of them that can't be decoded.</summary>
    UnsupportedFormat,

    /// <summary>The header declares a side or an area beyond the limits, or none.</summary>
    TooManyPixels,

    /// <summary>More than one frame.</summary>
    Animated,

    /// <summary>The bytes end before the image does.</summary>
    Truncated,

    /// <summary>The bytes contradict their format.</summary>
    Corrupt,

    /// <summary>Decoding took longer than <see cref="ImageLimits.MaxTime"/> and was given up.</summary>
    TooSlow,

    /// <summary>Every decoder was busy for as long as a caller may wait; the same bytes may succeed later.</summary>
    Busy,
}
