using KreaPlatform.Contracts.Bus;
using KreaPlatform.Contracts.Generation;
using KreaPlatform.ServiceDefaults.Imaging;
using KreaPlatform.ServiceDefaults.Storage;
using KreaPlatform.Vision;

namespace KreaPlatform.Generation.Tests.Style;

public sealed class DeliveryTests(NanoWorker nano)
{
    private static readonly GenerationSpec Plain = NanoWorker.Spec with { Steps = 2 };

    [Theory]
    [InlineData(1, 80, 96)]
    [InlineData(2, 160, 192)]
    [InlineData(3, 240, 288)]
    [InlineData(4, 320, 384)]
    [InlineData(8, 640, 768)]
    public async Task Images_are_enlarged_by_the_factor(int factor, int width, int height)
    {
        var made = await nano.MakeAsync(Plain with { Height = 96, Upscale = factor });
        var image = await nano.PixelsAsync(made.Images[0]);
        Assert.Equal((width, height, width, height), (image.Width, image.Height, made.Images[0].Width, made.Images[0].Height));
    }

    [Fact]
    public async Task The_crop_is_exact_and_about_the_centre()
    {
        var whole = await nano.PixelsAsync((await nano.MakeAsync(Plain with { Upscale = 2 })).Images[0]);
        var made = await nano.MakeAsync(Plain with { Upscale = 2, CropWidth = 160, CropHeight = 91 });
        var image = await nano.PixelsAsync(made.Images[0]);
        Assert.Equal((160, 91), (image.Width, image.Height));
        Assert.Equal(whole.Crop(new(0, 34, 160, 91)).Samples, image.Samples);
    }

    [Theory]
    [InlineData(300, 200)]
    [InlineData(100, 100)]
    public async Task A_size_that_no_factor_gives_shows_as_much_of_the_picture_as_fits(int width, int height)
    {
        var whole = await nano.PixelsAsync((await nano.MakeAsync(Plain with { Upscale = 2 })).Images[0]);
        var made = await nano.MakeAsync(Plain with { Upscale = 2, CropWidth = width, CropHeight = height });
        var image = await nano.PixelsAsync(made.Images[0]);
        Assert.Equal((width, height), (image.Width, image.Height));
        // Rounded once more than the picture itself: a level or two.
        var expected = Framing.Cover(whole, width, height).Values;
        var actual = image.ToPlanes().Values;
        Assert.InRange(expected.Zip(actual, (e, a) => Math.Abs(e - a)).Average(), 0, 2 / 255f);
    }

    [Theory]
    [InlineData(OutputFormat.Png, new byte[] { 0x89, (byte)'P' })]
    [InlineData(OutputFormat.Jpeg, new byte[] { 0xFF, 0xD8 })]
    [InlineData(OutputFormat.WebP, new byte[] { (byte)'R', (byte)'I' })]
    public async Task Files_have_the_format_that_was_asked_for(string format, byte[] magic)
    {
        var made = await nano.MakeAsync(Plain with { Output = new OutputSpec(format, 80) });
        await using var file = await nano.Worker.Get<IBlobStore>().OpenAsync(made.Images[0].Blob);
        var start = new byte[2];
        await file!.ReadExactlyAsync(start);
        Assert.Equal(magic, start);
        Assert.Equal(format, made.Images[0].Format);
    }

    [Fact]
    public async Task Every_image_carries_the_vectors_of_what_it_looks_like()
    {
        var made = await nano.MakeAsync(Plain);
        var vectors = made.Images[0].Vectors!;
        Assert.Equal((128, 96, 64, 16), (vectors.Style.Length, vectors.Content.Length, vectors.Descriptor.Length, vectors.PerceptualHash.Length));
        Assert.Equal(1, vectors.Style.Sum(x => x * x), 1e-4);
    }

    [Fact]
    public async Task A_refused_image_is_not_stored_and_is_told_with_its_code()
    {
        await using var strict = await NanoWorker.StartAsync(("Safety:RefuseAt", "0"));
        var made = await NanoWorker.ResultAsync<AttemptCompleted>(strict, Plain with { Count = 2, Upscale = 2 });
        Assert.Empty(made.Images);
        Assert.Equal([(0, "unsafe_image", 160, 5L), (1, "unsafe_image", 160, 6L)], made.Refused.Select(r => (r.Index, r.Code, r.Width, r.Seed)));
        Assert.All(made.Refused, r => Assert.Equal("a fox", r.Prompt));
        Assert.Equal(2, made.Receipt.Images.Count);
        Assert.Null(made.Receipt.Diversity);
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(strict.Folder, "blobs"), "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task Of_a_job_only_the_images_are_refused_that_the_filter_refuses()
    {
        // A threshold between the scores of the two images.
        var spec = Plain with { Count = 2 };
        var made = await nano.MakeAsync(spec);
        var safety = nano.Worker.Get<Vision.VisionModels>().Safety;
        var scores = new List<float>();
        foreach (var image in made.Images) scores.Add(safety.Judge((await nano.PixelsAsync(image)).ToPlanes()).Score);
        var between = ((scores[0] + scores[1]) / 2).ToString(System.Globalization.CultureInfo.InvariantCulture);

        await using var strict = await NanoWorker.StartAsync(("Safety:RefuseAt", between));
        var judged = await NanoWorker.ResultAsync<AttemptCompleted>(strict, spec);
        var (kept, refused) = scores[0] < scores[1] ? (0, 1) : (1, 0);
        Assert.Equal([kept], judged.Images.Select(i => i.Index));
        Assert.Equal([refused], judged.Refused.Select(r => r.Index));
        Assert.Equal(made.Images[kept].Blob, judged.Images[0].Blob);
    }

    [Fact]
    public async Task Without_its_safety_filter_a_worker_does_not_start_unless_told_to()
    {
        var empty = Path.GetTempPath();
        var refused = await Assert.ThrowsAsync<VisionModelException>(() => NanoWorker.StartAsync(("Worker:VisionFolder", empty)));
        Assert.Contains("Safety:Enabled", refused.Message);

        await using var unjudged = await NanoWorker.StartAsync(("Worker:VisionFolder", empty), ("Safety:Enabled", "false"));
        var made = await NanoWorker.ResultAsync<AttemptCompleted>(unjudged, Plain with { Count = 2 });
        Assert.All(made.Images, image => Assert.Null(image.Vectors));
        var failed = await NanoWorker.ResultAsync<AttemptFailed>(unjudged, Plain with { Upscale = 2 });
        Assert.Equal((FailureCode.ModelUnavailable, true), (failed.Code, failed.Transient));
    }

    [Fact]
    public void The_worker_says_what_its_model_takes()
    {
        var model = nano.Worker.Gateway.Reports.Last().Models.Single();
        Assert.Equal(("context", 10, true), (model.References, model.MaxReferences, model.Editing));
    }
}
