using FsCheck.Xunit;
using KreaPlatform.Contracts.Generation;
using KreaPlatform.Gateway.Compatible.Krea;
using KreaPlatform.Gateway.Requests;

namespace KreaPlatform.Gateway.Tests.Compatible;

public sealed class SizePlanTests
{
    private static readonly ModelDescription Nano = new()
    {
        Id = "krea-2-nano", Family = "krea-2", Bundle = "b", Available = true, NativeSide = 128, MinSide = 80, MaxSide = 128,
        AspectRatios = new Dictionary<string, int[]>
        {
            ["1:1"] = [128, 128], ["4:3"] = [128, 96], ["3:2"] = [128, 80], ["16:9"] = [128, 80], ["3:4"] = [96, 128], ["2:3"] = [80, 128], ["9:16"] = [80, 128],
        },
    };

    [Theory]
    [InlineData(128, 96, 128, 96, 1)]
    [InlineData(112, 112, 112, 112, 1)]
    [InlineData(256, 256, 128, 128, 2)]
    [InlineData(1024, 1024, 128, 128, 8)]
    [InlineData(1024, 768, 128, 96, 8)]
    [InlineData(600, 600, 128, 128, 8)]
    [InlineData(1536, 1024, 128, 80, 8)]
    [InlineData(1024, 1536, 80, 128, 8)]
    public void A_size_is_drawn_at_the_nearest_ratio_and_enlarged_no_more_than_needed(int width, int height, int drawnWidth, int drawnHeight, int factor)
    {
        Assert.Equal(new SizePlan(new RequestedSize(drawnWidth, drawnHeight, width, height), factor), SizePlan.For(Nano, width, height));
    }

    [Property]
    public bool A_plan_draws_what_the_model_can_and_ends_at_the_wanted_size(ushort w, ushort h)
    {
        int width = Math.Max(1, w % 4096), height = Math.Max(1, h % 4096);
        var ((drawnWidth, drawnHeight, outputWidth, outputHeight), factor) = SizePlan.For(Nano, width, height);
        return (outputWidth, outputHeight) == (width, height) && RequestLimits.Upscales.Contains(factor)
            && drawnWidth is >= 80 and <= 128 && drawnHeight is >= 80 and <= 128 && drawnWidth % 16 == 0 && drawnHeight % 16 == 0;
    }

    [Fact]
    public void Krea_s_sizes_are_about_a_megapixel_of_the_named_ratio()
    {
        foreach (var ratio in KreaSizes.Ratios)
        {
            Assert.True(KreaSizes.TryFind(ratio, out var size));
            Assert.Equal((0, 0), (size.Width % 16, size.Height % 16));
            Assert.InRange(size.Width * size.Height, 900_000, 1_100_000);
            var sides = ratio.Split(':').Select(side => double.Parse(side, System.Globalization.CultureInfo.InvariantCulture)).ToArray();
            Assert.Equal(sides[0] / sides[1], (double)size.Width / size.Height, 0.02);
        }
    }
}
