namespace KreaPlatform.ServiceDefaults.Imaging.Metadata;

/// <summary>Takes image files apart without decoding them, to read what they say about themselves and to leave that out. Pure.</summary>
public static class ImageParts
{
    /// <summary>The parts of a file in order; null when it is no JPEG, PNG or WebP, or one that can't be taken apart and put together again.</summary>
    public static IReadOnlyList<ImagePart>? Split(ReadOnlyMemory<byte> file, ImageFormat format) => format switch
    {
        ImageFormat.Jpeg => JpegParts.Split(file),
        ImageFormat.Png => PngParts.Split(file),
        ImageFormat.Webp => WebpParts.Split(file),
        _ => null,
    };

    /// <summary>The file with nothing but its picture: every sample stays as it is.</summary>
    public static byte[] JoinPicture(IReadOnlyList<ImagePart> parts, ImageFormat format)
    {
        using var bytes = new MemoryStream();
        foreach (var part in parts)
            if (part.Kind == ImagePartKind.Picture) bytes.Write(part.Whole.Span);
        var file = bytes.ToArray();
        if (format == ImageFormat.Webp) WebpParts.CorrectHeader(file);
        return file;
    }
}
