using FsCheck;
using FsCheck.Xunit;
using KreaPlatform.Generation.Sources;
using KreaPlatform.ServiceDefaults.Imaging;

namespace KreaPlatform.Generation.Tests.Sources;

public sealed class SourceFrameTests
{
    [Property(MaxTest = 200)]
    public void A_style_s_picture_is_never_enlarged_stays_within_its_bound_and_keeps_a_ratio_up_to_four(PositiveInt width, PositiveInt height, PositiveInt side)
    {
        var image = new RgbImage(width.Get % 300 + 1, height.Get % 300 + 1, new byte[3 * (width.Get % 300 + 1) * (height.Get % 300 + 1)]);
        var limit = side.Get % 64 + 1;
        var fitted = SourceFrame.ForStyle(image, limit);
        Assert.True(fitted.Width <= image.Width && fitted.Height <= image.Height);
        Assert.True(Math.Min(fitted.Width, fitted.Height) <= Math.Max(1, limit));
        Assert.True(Math.Max(fitted.Width, fitted.Height) <= 4 * limit + 4);
    }

    [Fact]
    public void A_small_picture_is_its_own()
    {
        var image = new RgbImage(3, 2, [.. Enumerable.Range(0, 18).Select(i => (byte)(i * 14))]);
        Assert.Equal(image.Samples, SourceFrame.ForStyle(image, 64).ToRgb().Samples);
        Assert.Equal(image.Samples, SourceFrame.ForEdit(image, 3, 2).ToRgb().Samples);
    }

    [Fact]
    public void What_is_cropped_is_taken_from_both_ends()
    {
        // Columns 0 to 99 as values; the middle 40 of them stay at a ratio of 4:1.
        var image = new RgbImage(100, 10, [.. from y in Enumerable.Range(0, 10) from x in Enumerable.Range(0, 100) from c in Enumerable.Range(0, 3) select (byte)x]);
        var row = SourceFrame.ForStyle(image, 64).ToRgb().Row(0);
        Assert.Equal((30, 69, 3 * 40), (row[0], row[^1], row.Length));
    }
}
