using KreaPlatform.Contracts.Generation;
using KreaPlatform.ServiceDefaults.Imaging;

namespace KreaPlatform.Generation.Tests.Style;

public sealed class EditTests(NanoWorker nano)
{
    private static readonly GenerationSpec Plain = NanoWorker.Spec;

    [Fact]
    public async Task Strength_0_returns_the_source_and_runs_no_step()
    {
        var source = Gradient(80, 80);
        var made = await nano.MakeAsync(Plain with { Edit = new EditSpec(await nano.StoreAsync(source), 0) });
        Assert.Equal(source.ToRgb().Samples, (await nano.PixelsAsync(made.Images[0])).Samples);
        Assert.Equal(0, made.Receipt.Images[0].Steps);
    }

    [Fact]
    public async Task Strength_1_ignores_the_source_and_less_keeps_some_of_it()
    {
        var source = await nano.StoreAsync(Gradient(80, 80));
        var plain = await nano.MakeAsync(Plain);
        Assert.Equal(plain.Images[0].Blob, (await nano.MakeAsync(Plain with { Edit = new EditSpec(source, 1) })).Images[0].Blob);
        var half = await nano.MakeAsync(Plain with { Edit = new EditSpec(source, 0.5) });
        Assert.Equal(3, half.Receipt.Images[0].Steps);
        Assert.True(await DistanceAsync(half) < await DistanceAsync(plain));

        async Task<double> DistanceAsync(Contracts.Bus.AttemptCompleted made) => Distance(await nano.PixelsAsync(made.Images[0]), Gradient(80, 80).ToRgb(), 0..80);
    }

    [Fact]
    public async Task A_source_of_any_size_is_fitted()
    {
        var made = await nano.MakeAsync(Plain with { Edit = new EditSpec(await nano.StoreAsync(Gradient(333, 90)), 0) });
        var image = await nano.PixelsAsync(made.Images[0]);
        Assert.Equal((80, 80), (image.Width, image.Height));
        // The middle of the gradient: neither its dark nor its light end.
        Assert.InRange(image.Row(40)[0], 80, 130);
        Assert.InRange(image.Row(40)[3 * 79], 130, 180);
    }

    [Fact]
    public async Task What_a_mask_keeps_is_kept_and_the_rest_is_painted()
    {
        var source = Gradient(80, 80);
        var mask = new PixelPlanes(80, 80);
        for (var plane = 0; plane < 3; plane++)
            for (var y = 0; y < 80; y++) mask.Row(plane, y)[40..].Fill(1);
        var made = await nano.MakeAsync(Plain with { Edit = new EditSpec(await nano.StoreAsync(source), 1, await nano.StoreAsync(mask)) });
        var image = await nano.PixelsAsync(made.Images[0]);
        Assert.Equal(0, Distance(image, source.ToRgb(), 0..28));
        Assert.True(Distance(image, source.ToRgb(), 48..80) > 5);
    }

    [Fact]
    public async Task A_mask_that_is_gone_fails_the_attempt_for_good()
    {
        var failed = await nano.FailAsync(Plain with { Edit = new EditSpec(await nano.StoreAsync(Gradient(80, 80)), 0.5, new string('b', 64)) });
        Assert.Equal((FailureCode.SourceUnavailable, false), (failed.Code, failed.Transient));
    }

    // From dark at the left to light at the right.
    private static PixelPlanes Gradient(int width, int height)
    {
        var picture = new PixelPlanes(width, height);
        for (var plane = 0; plane < 3; plane++)
            for (var y = 0; y < height; y++)
                for (var x = 0; x < width; x++) picture.Row(plane, y)[x] = (x + 0.5f) / width;
        return picture;
    }

    private static double Distance(RgbImage a, RgbImage b, Range columns)
    {
        double sum = 0;
        for (var y = 0; y < a.Height; y++)
            for (var s = 3 * columns.Start.Value; s < 3 * columns.End.Value; s++) sum += Math.Abs(a.Row(y)[s] - b.Row(y)[s]);
        return sum / (a.Height * 3 * (columns.End.Value - columns.Start.Value));
    }
}
