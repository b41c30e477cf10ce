namespace KreaPlatform.ServiceDefaults.Imaging;

/// <summary>What the first bytes of an image declare, before its orientation is applied.</summary>
/// <param name="Format">The format found.</param>
/// <param name="Width">Declared width in pixels; may be anything that the format can write.</param>
/// <param name="Height">Declared height in pixels.</param>
/// <param name="IsAnimated">Whether there is more than one frame.</param>
public readonly record struct ImageHeader(ImageFormat Format, long Width, long Height, bool IsAnimated);
