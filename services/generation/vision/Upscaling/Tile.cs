using KreaPlatform.ServiceDefaults.Imaging;

namespace KreaPlatform.Vision.Upscaling;

/// <summary>One piece of a tiled pass, in pixels of the image.</summary>
/// <param name="Core">What this tile contributes; cores cover the image once.</param>
/// <param name="Window">What the model sees for it: the core and its surroundings, as far as the image goes.</param>
public readonly record struct Tile(PixelRect Core, PixelRect Window);
