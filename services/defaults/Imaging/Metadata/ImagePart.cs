namespace KreaPlatform.ServiceDefaults.Imaging.Metadata;

/// <summary>A part of an image file, with its framing.</summary>
/// <param name="Kind">What it is for.</param>
/// <param name="Whole">The part's bytes in the file.</param>
/// <param name="Payload">For metadata: what it says, without the framing.</param>
public readonly record struct ImagePart(ImagePartKind Kind, ReadOnlyMemory<byte> Whole, ReadOnlyMemory<byte> Payload = default);
