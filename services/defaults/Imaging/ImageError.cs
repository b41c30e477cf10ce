namespace KreaPlatform.ServiceDefaults.Imaging;

/// <summary>Why bytes did not become an image.</summary>
/// <param name="Code">The reason.</param>
/// <param name="Message">One sentence for the person who sent them, with the figures that matter.</param>
public sealed record ImageError(ImageErrorCode Code, string Message);
