using KreaPlatform.ServiceDefaults.Imaging;
using KreaPlatform.Vision.Upscaling;

namespace KreaPlatform.Vision.Tests.Models;

public sealed class UpscalerTests : IDisposable
{
    private readonly Upscaler _upscaler = Load();

    public void Dispose() => _upscaler.Dispose();

    [Theory]
    [InlineData(1), InlineData(2), InlineData(3), InlineData(4), InlineData(8)]
    public void Enlarges_by_the_factor_and_keeps_the_picture(int factor)
    {
        var image = Picture(40, 28);

        var large = _upscaler.Upscale(image, factor);

        Assert.Equal((40 * factor, 28 * factor), (large.Width, large.Height));
        Assert.All(large.Values, v => Assert.InRange(v, 0f, 1f));
        // Reduced again, it is the picture it came from.
        Assert.True(Psnr(Resampler.Resample(large, 40, 28), image) > 30, $"{Psnr(Resampler.Resample(large, 40, 28), image)} dB");
    }

    [Theory]
    [InlineData(2), InlineData(3), InlineData(4)]
    public void Tiles_leave_no_seam(int factor)
    {
        var image = Picture(97, 61);
        using var tiled = Load(tile: 24);
        using var whole = Load(tile: 1000);

        var (a, b) = (tiled.Upscale(image, factor), whole.Upscale(image, factor));

        var worst = a.Values.Zip(b.Values, (x, y) => Math.Abs(x - y)).Max();
        Assert.True(worst <= 1e-5, $"tiles differ by {worst}");
    }

    [Fact]
    public void Too_small_an_overlap_would_leave_a_seam()
    {
        var image = Picture(97, 61);
        using var tiled = Load(tile: 24, overlap: 4);
        Assert.True(tiled.Upscale(image, 4).Values.Zip(_upscaler.Upscale(image, 4).Values, (x, y) => Math.Abs(x - y)).Max() > 1e-4);
    }

    [Fact]
    public void Is_better_than_smooth_enlargement_on_its_domain()
    {
        // Fine structure of a reduced illustration: the model must come nearer to the original than linear interpolation does.
        var original = Picture(160, 120);
        var small = Resampler.Resample(original, 40, 30);
        Assert.True(Psnr(_upscaler.Upscale(small, 4), original) > Psnr(Resampler.Resample(small, 160, 120), original) + 0.5);
    }

    [Fact]
    public void Cancels_between_tiles_and_knows_its_factors()
    {
        using var cancel = new CancellationTokenSource();
        var tiles = 0;
        Assert.Throws<OperationCanceledException>(() => _upscaler.Upscale(Picture(300, 8), 4, TileDone, cancel.Token));
        Assert.Equal(2, tiles);
        Assert.Throws<ArgumentOutOfRangeException>(() => _upscaler.Upscale(Picture(8, 8), 5));

        void TileDone()
        {
            if (++tiles == 2) cancel.Cancel();
        }
    }

    private static Upscaler Load(int tile = 128, int overlap = 16) => new(Repository.Model("upscaler/upscaler-x4.onnx"), null, tile, overlap);

    /// <summary>Flat discs and bars on a gradient, as illustrations are made of.</summary>
    private static PixelPlanes Picture(int width, int height)
    {
        var image = new PixelPlanes(width, height);
        for (var plane = 0; plane < 3; plane++)
            for (var y = 0; y < height; y++)
                for (var x = 0; x < width; x++)
                {
                    double u = (double)x / width, v = (double)y / height;
                    var value = 0.3 + 0.3 * u + 0.1 * plane;
                    if (Math.Pow(u - 0.35, 2) + Math.Pow(v - 0.5, 2) < 0.05) value = plane == 0 ? 0.95 : 0.15;
                    if (u is > 0.62 and < 0.8 && v > 0.2 + 0.4 * (u - 0.6)) value = plane == 2 ? 0.9 : 0.4;
                    image.Row(plane, y)[x] = (float)value;
                }
        return image;
    }

    private static double Psnr(PixelPlanes a, PixelPlanes b) =>
        -10 * Math.Log10(a.Values.Zip(b.Values, (x, y) => (double)(x - y) * (x - y)).Average() + 1e-12);
}
