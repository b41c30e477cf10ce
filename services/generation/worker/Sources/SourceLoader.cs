using System.Collections.Concurrent;
using KreaPlatform.Contracts.Generation;
using KreaPlatform.Generation.Engines;
using KreaPlatform.ServiceDefaults.Imaging;
using KreaPlatform.ServiceDefaults.Storage;
using Microsoft.Extensions.Caching.Memory;

namespace KreaPlatform.Generation.Sources;

/// <summary>
/// Brings the pictures of a request from the store: read, decoded with care, fitted. What has no say (a source of influence 0, an edit of
/// strength 1 without a mask) is not read. Fitted pictures of style sources are kept for a while, since boards and styles come again and again.
/// </summary>
public sealed class SourceLoader(IBlobStore blobs, SafeImageDecoder decoder) : IDisposable
{
    private const long KeptBytes = 64 << 20;
    private const int AtOnce = 2;
    private static readonly TimeSpan Idle = TimeSpan.FromMinutes(10);

    private readonly MemoryCache _fitted = new(new MemoryCacheOptions { SizeLimit = KeptBytes });

    /// <summary>The pictures of a request.</summary>
    /// <exception cref="SourceUnavailableException">One is gone or can't be read.</exception>
    /// <exception cref="OperationCanceledException">The attempt was stopped.</exception>
    public async Task<SourceImages> LoadAsync(GenerationSpec spec, IEngineModel model, CancellationToken cancel)
    {
        var needed = spec.Sources.Where(source => source.Influence != 0).SelectMany(source => source.Images).Select(image => image.Blob).Distinct();
        var styles = new ConcurrentDictionary<string, PixelPlanes>();
        await Parallel.ForEachAsync(needed, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancel },
            async (blob, token) => styles[blob] = await StyleAsync(blob, model.SourceSide, token));
        if (spec.Edit is not { } edit || (edit.Strength >= 1 && edit.Mask is null)) return new SourceImages(styles, null, null);
        return new SourceImages(styles, await EditAsync(edit.Image, spec, cancel), edit.Mask is null ? null : await EditAsync(edit.Mask, spec, cancel));
    }

    /// <inheritdoc/>
    public void Dispose() => _fitted.Dispose();

    private async Task<PixelPlanes> StyleAsync(string blob, int side, CancellationToken cancel)
    {
        // Opened even where its pixels are at hand: a picture that was deleted is used no more.
        await using var file = await OpenAsync(blob, cancel);
        if (_fitted.TryGetValue((blob, side), out PixelPlanes? kept)) return kept!;
        var picture = SourceFrame.ForStyle(await DecodeAsync(blob, file, cancel), side);
        return _fitted.Set((blob, side), picture, new MemoryCacheEntryOptions { Size = picture.Values.Length * sizeof(float), SlidingExpiration = Idle });
    }

    private async Task<PixelPlanes> EditAsync(string blob, GenerationSpec spec, CancellationToken cancel)
    {
        await using var file = await OpenAsync(blob, cancel);
        return SourceFrame.ForEdit(await DecodeAsync(blob, file, cancel), spec.Width, spec.Height);
    }

    private async Task<Stream> OpenAsync(string blob, CancellationToken cancel)
    {
        try
        {
            return await blobs.OpenAsync(blob, cancel) ?? throw new SourceUnavailableException($"The image {Short(blob)} is gone.", mayPass: false);
        }
        catch (IOException e)
        {
            throw new SourceUnavailableException($"The image {Short(blob)} could not be read.", mayPass: true, e);
        }
    }

    private async Task<RgbImage> DecodeAsync(string blob, Stream file, CancellationToken cancel)
    {
        byte[] bytes;
        try
        {
            bytes = await BlobBytes.ReadAsync(file, new ImageLimits().MaxBytes, cancel);
        }
        catch (IOException e)
        {
            throw new SourceUnavailableException($"The image {Short(blob)} could not be read.", mayPass: true, e);
        }
        var decoding = await decoder.DecodeAsync(bytes, cancel);
        if (decoding.Succeeded) return decoding.Image.Pixels;
        var mayPass = decoding.Error.Code is ImageErrorCode.Busy or ImageErrorCode.TooSlow;
        throw new SourceUnavailableException($"The image {Short(blob)} can't be used: {decoding.Error.Message}", mayPass);
    }

    private static string Short(string blob) => blob.Length > 12 ? blob[..12] : blob;
}
