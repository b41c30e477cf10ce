using KreaPlatform.Contracts.Bus;
using KreaPlatform.Generation.Sources;
using KreaPlatform.Generation.Vision;
using KreaPlatform.ServiceDefaults.Imaging;
using KreaPlatform.ServiceDefaults.Storage;

namespace KreaPlatform.Generation.Describing;

/// <summary>Describes stored images, each content once for as long as the cache remembers.</summary>
public sealed class BlobDescriber(IBlobStore blobs, SafeImageDecoder decoder, ImageDescriber describer, DescriptionCache cache)
{
    /// <summary>What the image looks like, or why that can't be said.</summary>
    /// <exception cref="IOException">The store or the decoder can't serve now; later it may.</exception>
    /// <exception cref="OperationCanceledException">The host stops.</exception>
    public async Task<ImageDescribed> DescribeAsync(string blob, CancellationToken cancel)
    {
        // 1. Bytes, also where the description is known: of what is gone nothing is said.
        await using var file = await blobs.OpenAsync(blob, cancel);
        if (file is null) return Failed(blob, "The image is gone.");
        // 2. What was said before.
        if (await cache.FindAsync(describer.Version, blob) is { } known) return known;
        // 3. Pixels.
        var decoding = await decoder.DecodeAsync(await BlobBytes.ReadAsync(file, new ImageLimits().MaxBytes, cancel), cancel);
        if (!decoding.Succeeded)
            return decoding.Error.Code == ImageErrorCode.Busy ? throw new IOException(decoding.Error.Message) : Failed(blob, decoding.Error.Message);
        // 4. Numbers.
        var pixels = decoding.Image.Pixels;
        var vectors = await Task.Run(() => describer.Describe(ImageView.Of(pixels)), cancel);
        if (vectors is null) return Failed(blob, "The descriptor finds no numbers for it.");
        var described = new ImageDescribed { Blob = blob, Width = pixels.Width, Height = pixels.Height, Vectors = vectors };
        cache.Keep(describer.Version, described);
        return described;
    }

    private static ImageDescribed Failed(string blob, string error) => new() { Blob = blob, Error = error };
}
