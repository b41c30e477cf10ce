using KreaPlatform.Generation.Finishing;
using KreaPlatform.ServiceDefaults.Imaging;

namespace KreaPlatform.Generation.Tests.Style;

public sealed class ImageFinisherTests(NanoWorker nano)
{
    private ImageFinisher Finisher => nano.Worker.Get<ImageFinisher>();

    [Fact]
    public void Long_work_gives_a_sign_after_every_tile_and_judgement()
    {
        var signs = 0;
        Finisher.Finish(new PixelPlanes(128, 128), NanoWorker.Spec with { Upscale = 8 }, () => signs++, default);
        // x8 is one tile of x4, then sixteen of x2; a verdict and a description follow.
        Assert.Equal(1 + 16 + 2, signs);
    }

    [Fact]
    public void A_cancel_is_seen_between_tiles()
    {
        using var cancel = new CancellationTokenSource();
        var signs = 0;
        Assert.Throws<OperationCanceledException>(() => Finisher.Finish(new PixelPlanes(128, 128), NanoWorker.Spec with { Upscale = 8 }, () =>
        {
            if (++signs == 3) cancel.Cancel();
        }, cancel.Token));
        Assert.Equal(3, signs);
    }

    [Fact]
    public void What_cannot_be_judged_is_refused()
    {
        var broken = new PixelPlanes(80, 80);
        Array.Fill(broken.Values, float.NaN);
        var finished = Finisher.Finish(broken, NanoWorker.Spec, () => { }, default);
        Assert.Equal("unjudged_image", finished.Refusal);
        Assert.True(finished.File.IsEmpty);
        Assert.Null(finished.Vectors);
    }

    [Theory]
    [InlineData(-1, 80)]
    [InlineData(80, 0)]
    public void A_crop_without_a_size_is_a_mistake_of_the_request(int width, int height) => Assert.Throws<ArgumentException>(() =>
        Finisher.Finish(new PixelPlanes(80, 80), NanoWorker.Spec with { CropWidth = width, CropHeight = height }, () => { }, default));
}
