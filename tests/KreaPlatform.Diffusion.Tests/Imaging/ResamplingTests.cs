using FsCheck.Xunit;
using KreaPlatform.Diffusion.Imaging;

namespace KreaPlatform.Diffusion.Tests.Imaging;

public sealed class ResamplingTests
{
    [Property]
    public bool A_plain_colour_stays_itself_at_any_size(byte width, byte height, byte newWidth, byte newHeight)
    {
        var image = Flat(width % 90 + 1, height % 90 + 1, 0.3f);
        var fitted = Resampling.Cover(image, newWidth % 90 + 1, newHeight % 90 + 1);
        return fitted.Width == newWidth % 90 + 1 && fitted.Pixels.All(p => Math.Abs(p - 0.3f) < 1e-5);
    }

    [Fact]
    public void The_right_size_is_left_alone()
    {
        var image = Flat(16, 16, 0.5f);
        Assert.Same(image, Resampling.Cover(image, 16, 16));
    }

    [Fact]
    public void What_sticks_out_is_cut_evenly_on_both_sides()
    {
        // 4 : 1, its outer quarters white: a square from the middle is black, and white shows only at its rims.
        const int width = 400, height = 100;
        var pixels = new float[3 * width * height];
        for (int i = 0; i < pixels.Length; i++)
            pixels[i] = i % width is < 100 or >= 300 ? 1 : 0;
        var square = Resampling.Cover(new PixelImage(width, height, pixels), 50, 50);
        Assert.All(square.Pixels, p => Assert.Equal(0, p, 3));
        var wide = Resampling.Cover(new PixelImage(width, height, pixels), 100, 25);
        Assert.Equal(wide.Pixels[0], wide.Pixels[99], 3);
        Assert.Equal(1, wide.Pixels[0], 3);
    }

    [Fact]
    public void Fine_stripes_become_grey_when_shrunk()
    {
        var pixels = new float[3 * 128 * 128];
        for (int i = 0; i < pixels.Length; i++)
            pixels[i] = i % 2;
        // Inside: at the rims the kernel is cut off.
        var small = Resampling.Cover(new PixelImage(128, 128, pixels), 32, 32);
        for (int x = 4; x < 28; x++)
            Assert.Equal(0.5, small.Pixels[16 * 32 + x], 2);
    }

    [Theory]
    [InlineData(0, 4, 0)]
    [InlineData(4, 4, 47)]
    public void A_picture_of_no_size_or_of_another_length_is_refused(int width, int height, int length) =>
        Assert.Throws<ArgumentException>(() => new PixelImage(width, height, new float[length]));

    private static PixelImage Flat(int width, int height, float value) => new(width, height, [.. Enumerable.Repeat(value, 3 * width * height)]);
}
