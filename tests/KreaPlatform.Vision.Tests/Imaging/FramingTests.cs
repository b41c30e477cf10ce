using FsCheck.Xunit;
using KreaPlatform.ServiceDefaults.Imaging;

namespace KreaPlatform.Vision.Tests.Imaging;

public class FramingTests
{
    [Theory]
    [InlineData(128, 80, 16.0 / 9, 0, 4, 128, 72)]
    [InlineData(128, 80, 1.5, 4, 0, 120, 80)]
    [InlineData(128, 80, 2.35, 0, 13, 128, 54)]
    [InlineData(80, 128, 9.0 / 16, 4, 0, 72, 128)]
    [InlineData(100, 100, 1, 0, 0, 100, 100)]
    [InlineData(1, 500, 1, 0, 249, 1, 1)]
    public void Crops_to_a_ratio_about_the_centre(int width, int height, double ratio, int x, int y, int cropWidth, int cropHeight) =>
        Assert.Equal(new PixelRect(x, y, cropWidth, cropHeight), Framing.CropToRatio(width, height, ratio));

    [Property]
    public void A_crop_is_inside_maximal_and_within_half_a_pixel_of_the_ratio(ushort w, ushort h, byte across, byte down)
    {
        int width = w % 5000 + 1, height = h % 5000 + 1;
        var ratio = (across % 32 + 1.0) / (down % 32 + 1);

        var rect = Framing.CropToRatio(width, height, ratio);

        Assert.True(rect.X >= 0 && rect.Y >= 0 && rect.X + rect.Width <= width && rect.Y + rect.Height <= height);
        Assert.True(rect.Width == width || rect.Height == height);
        Assert.True(rect.Width == 1 || rect.Height == 1 || Math.Abs(rect.Width - rect.Height * ratio) <= 0.5 * Math.Max(1, ratio) + 1e-9);
        Assert.InRange(rect.X - (width - rect.Width - rect.X), -1, 0);
    }

    [Property(MaxTest = 60)]
    public void Reducing_keeps_the_mean_of_every_plane(byte w, byte h, byte tw, byte th, int seed)
    {
        int width = w % 90 + 1, height = h % 90 + 1, targetWidth = tw % width + 1, targetHeight = th % height + 1;
        var image = Noise(width, height, seed);

        var reduced = Resampler.Resample(image.ToPlanes(), targetWidth, targetHeight);

        var source = image.ToPlanes();
        for (var plane = 0; plane < 3; plane++)
            Assert.Equal(Mean(source, plane), Mean(reduced, plane), 1e-4);
    }

    [Fact]
    public void An_integer_reduction_is_the_average_of_its_blocks()
    {
        var image = Noise(12, 8, 4).ToPlanes();

        var reduced = Resampler.Resample(image, 3, 4);

        for (var plane = 0; plane < 3; plane++)
            for (var y = 0; y < 4; y++)
                for (var x = 0; x < 3; x++)
                {
                    var sum = 0f;
                    for (var i = 0; i < 8; i++) sum += image.Row(plane, 2 * y + i / 4)[4 * x + i % 4];
                    Assert.Equal(sum / 8, reduced.Row(plane, y)[x], 5);
                }
    }

    [Fact]
    public void Enlarging_a_ramp_stays_a_ramp()
    {
        var ramp = new PixelPlanes(16, 1);
        for (var plane = 0; plane < 3; plane++) for (var x = 0; x < 16; x++) ramp.Row(plane, 0)[x] = x / 16f;

        var row = Resampler.Resample(ramp, 64, 3).Row(1, 2).ToArray();

        for (var x = 2; x < 62; x++) Assert.Equal((x + 0.5f) / 4 / 16 - 0.5f / 16, row[x], 5);
    }

    [Fact]
    public void Covering_a_square_takes_the_centre_and_scales_the_shorter_side()
    {
        // 200 x 100 with a white square in the middle half: after covering 50 x 50, all white.
        var samples = new byte[3 * 200 * 100];
        for (var y = 0; y < 100; y++) samples.AsSpan(3 * (200 * y + 50), 300).Fill(255);

        var covered = Framing.Cover(new RgbImage(200, 100, samples), 50, 50);

        Assert.Equal((50, 50), (covered.Width, covered.Height));
        Assert.All(covered.Values, v => Assert.Equal(1f, v, 5));
    }

    [Fact]
    public void A_sliver_covers_a_square_at_the_price_of_a_square() =>
        Assert.Equal(3 * 128 * 128, Framing.Cover(new RgbImage(1, 8192, new byte[3 * 8192]), 128, 128).Values.Length);

    [Property(MaxTest = 40)]
    public void Bytes_to_planes_and_back_are_the_same_bytes(byte w, byte h, int seed)
    {
        var image = Noise(w % 40 + 1, h % 40 + 1, seed);
        Assert.Equal(image.Samples, image.ToPlanes().ToRgb().Samples);
    }

    private static RgbImage Noise(int width, int height, int seed)
    {
        var samples = new byte[3 * width * height];
        new Random(seed).NextBytes(samples);
        return new RgbImage(width, height, samples);
    }

    private static double Mean(PixelPlanes image, int plane) =>
        image.Values.Skip(plane * image.Width * image.Height).Take(image.Width * image.Height).Average(v => (double)v);
}
