using KreaPlatform.ServiceDefaults.Imaging;
using KreaPlatform.ServiceDefaults.Imaging.Rights;

namespace KreaPlatform.Gateway.Assets;

/// <summary>An upload that was found to be a usable image, made fit to be kept: upright and without metadata.</summary>
/// <param name="Bytes">The file to keep.</param>
/// <param name="Format">Its format.</param>
/// <param name="OriginalFormat">The format that it came in.</param>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
/// <param name="Hints">What it said about its use.</param>
public sealed record PreparedImage(ReadOnlyMemory<byte> Bytes, ImageFormat Format, ImageFormat OriginalFormat, int Width, int Height, RightsHints Hints);
