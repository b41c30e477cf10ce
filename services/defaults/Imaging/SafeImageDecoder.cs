namespace KreaPlatform.ServiceDefaults.Imaging;

/// <summary>
/// Decodes bytes from strangers. Content decides what they are; the header is held against <see cref="ImageLimits"/> before a pixel is decoded;
/// few decodes run at once, and one that takes too long is given up. Never throws for what the bytes are.
/// </summary>
/// <remarks>Thread-safe; one a host. Native decoders can't be interrupted: one given up keeps its place until it ends, so that abandoned work is
/// bounded.</remarks>
public sealed class SafeImageDecoder
{
    private readonly ImageLimits _limits;
    private readonly TimeProvider _time;
    private readonly Func<ReadOnlyMemory<byte>, ImageHeader, ImageDecoding> _decode;
    private readonly SemaphoreSlim _places;

    /// <summary>A decoder with its own limits and places.</summary>
    public SafeImageDecoder(ImageLimits? limits = null, TimeProvider? time = null)
        : this(limits ?? new(), time ?? TimeProvider.System, PixelDecoder.Decode) { }

    internal SafeImageDecoder(ImageLimits limits, TimeProvider time, Func<ReadOnlyMemory<byte>, ImageHeader, ImageDecoding> decode)
    {
        (_limits, _time, _decode) = (limits, time, decode);
        _places = new SemaphoreSlim(limits.Concurrency, limits.Concurrency);
    }

    /// <summary>Decodes an image, or says why not. The bytes must not change until the task ends.</summary>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public async Task<ImageDecoding> DecodeAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancel = default)
    {
        // 1. Bytes and header, without decoding.
        var inspection = Inspect(bytes.Span, _limits, out var header);
        if (inspection is not null) return ImageDecoding.Failed(inspection.Code, inspection.Message);

        // 2. A place to decode in.
        if (!await _places.WaitAsync(_limits.MaxWait, cancel))
            return ImageDecoding.Failed(ImageErrorCode.Busy, "Too many images are being read at the moment.");

        // 3. Pixels, in time. The place is given back by the work itself, not by the wait for it.
        var work = Task.Run(() =>
        {
            try { return _decode(bytes, header); }
            catch (OutOfMemoryException) { return ImageDecoding.Failed(ImageErrorCode.Busy, "There is no memory for this image at the moment."); }
            finally { _places.Release(); }
        }, CancellationToken.None);
        try { return await work.WaitAsync(_limits.MaxTime, _time, cancel); }
        catch (TimeoutException)
        {
            return ImageDecoding.Failed(ImageErrorCode.TooSlow, $"The image took longer than {_limits.MaxTime.TotalSeconds:0.#} s to decode.");
        }
    }

    /// <summary>Checks bytes and header against limits without decoding: null when a decode may be tried.</summary>
    public static ImageError? Inspect(ReadOnlySpan<byte> bytes, ImageLimits limits, out ImageHeader header)
    {
        header = default;
        if (bytes.Length > limits.MaxBytes)
            return new ImageError(ImageErrorCode.TooManyBytes, $"The file has {bytes.Length} bytes; at most {limits.MaxBytes} are taken.");
        if (!ImageHeaderReader.TryRead(bytes, out header, out var code))
            return new ImageError(code, code switch
            {
                ImageErrorCode.Empty => "The file is empty.",
                ImageErrorCode.UnsupportedFormat => "The content is not a JPEG, PNG, WebP or GIF image that can be read here.",
                ImageErrorCode.Truncated => "The data ends within the image's header.",
                _ => "The image's header is damaged.",
            });
        if (header.Width < 1 || header.Height < 1)
            return new ImageError(ImageErrorCode.Corrupt, "The image's header declares no pixels.");
        if (header.Width > limits.MaxSide || header.Height > limits.MaxSide || header.Width * header.Height > limits.MaxPixels)
            return new ImageError(ImageErrorCode.TooManyPixels,
                $"The image is {header.Width} x {header.Height}; at most {limits.MaxSide} a side and {limits.MaxPixels / 1e6:0.#} Mpx are taken.");
        return header.IsAnimated ? new ImageError(ImageErrorCode.Animated, "The image has more than one frame; send a still image.") : null;
    }
}
