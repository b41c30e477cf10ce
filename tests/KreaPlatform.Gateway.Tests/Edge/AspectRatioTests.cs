using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using KreaPlatform.Gateway.Requests;
using static KreaPlatform.Gateway.Tests.Edge.Parsing;

namespace KreaPlatform.Gateway.Tests.Edge;

public sealed class AspectRatioTests
{
    [Theory]
    // Those of the bundle, at its sizes.
    [InlineData("1:1", 1, 128, 128, 128, 128)]
    [InlineData("4:3", 4, 128, 96, 512, 384)]
    [InlineData("9:16", 1, 80, 128, 72, 128)]
    [InlineData("9:16", 4, 80, 128, 288, 512)]
    // Those of Krea's API, at sizes that cover them.
    [InlineData("3:2", 1, 128, 96, 128, 85)]
    [InlineData("16:9", 4, 128, 80, 512, 288)]
    [InlineData("2.35:1", 1, 128, 80, 128, 54)]
    [InlineData("4:5", 1, 112, 128, 102, 128)]
    [InlineData("2:3", 2, 96, 128, 171, 256)]
    public void A_ratio_is_drawn_at_a_size_of_the_model_and_cropped_to_be_exact(string ratio, int upscale, int width, int height, int outputWidth, int outputHeight)
    {
        var request = Understand($$"""{"prompt":"a","aspect_ratio":"{{ratio}}","upscale":{{upscale}}}""");
        Assert.Equal((width, height, outputWidth, outputHeight), (request.Width, request.Height, request.OutputWidth, request.OutputHeight));
        Assert.Equal(ratio, request.AspectRatio);
        var spec = request.ToSpec(null);
        var cropped = (outputWidth, outputHeight) != (width * upscale, height * upscale);
        Assert.Equal(cropped ? (outputWidth, outputHeight) : (null, (int?)null), (spec.CropWidth, spec.CropHeight));
    }

    [Property]
    public Property Every_ratio_of_every_model_is_exact_to_the_pixel_and_within_its_limits() => Prop.ForAll(
        (from ratio in Gen.Elements(AspectRatios.Common.ToArray())
         from least in Gen.Choose(1, 32)
         from more in Gen.Choose(0, 64)
         from native in Gen.Choose(0, 64)
         from upscale in Gen.Elements(RequestLimits.Upscales.ToArray())
         select (ratio, Least: least * 16, Most: (least + more) * 16, Native: Math.Clamp(native * 16, least * 16, (least + more) * 16), upscale)).ToArbitrary(), given =>
    {
        var model = Models.Nano with { MinSide = given.Least, MaxSide = given.Most, NativeSide = given.Native, AspectRatios = new Dictionary<string, int[]>() };
        var size = AspectRatios.Find(given.ratio, model, given.upscale)!.Value;
        Assert.Equal((0, 0), (size.Width % 16, size.Height % 16));
        Assert.InRange(size.Width, given.Least, given.Most);
        Assert.InRange(size.Height, given.Least, given.Most);
        Assert.InRange(size.OutputWidth, 1, size.Width * given.upscale);
        Assert.InRange(size.OutputHeight, 1, size.Height * given.upscale);
        // Of the two sides one is whole, and the other is the nearest pixel to the ratio.
        Assert.True(size.OutputWidth == size.Width * given.upscale || size.OutputHeight == size.Height * given.upscale);
        var parts = given.ratio.Split(':').Select(p => double.Parse(p, System.Globalization.CultureInfo.InvariantCulture)).ToArray();
        var (width, height) = (size.OutputHeight * parts[0] / parts[1], size.OutputWidth * parts[1] / parts[0]);
        Assert.True(Math.Abs(width - size.OutputWidth) <= 0.5 + 1e-9 || Math.Abs(height - size.OutputHeight) <= 0.5 + 1e-9, $"{given}: {size}");
    });

    [Fact]
    public void What_would_be_too_large_to_deliver_is_refused()
    {
        var large = Models.Nano with { NativeSide = 1024, MaxSide = 2048 };
        Assert.Empty(Parse("""{"prompt":"a","upscale":4}""", large).Errors);
        Assert.Equal(["/upscale out_of_range"], Parse("""{"prompt":"a","upscale":8}""", large).Errors.Select(Short));
    }

    [Fact]
    public void A_model_lists_what_its_images_measure_by_ratio()
    {
        var sizes = AspectRatios.Sizes(Models.Nano);
        Assert.Equal(AspectRatios.Common.Order(), sizes.Keys.Order());
        Assert.Equal([72, 128], sizes["9:16"]);
    }
}
