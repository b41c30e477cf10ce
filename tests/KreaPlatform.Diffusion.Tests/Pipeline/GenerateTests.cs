using KreaPlatform.Diffusion.Bundles;
using KreaPlatform.Diffusion.Imaging;

namespace KreaPlatform.Diffusion.Tests.Pipeline;

public sealed class GenerateTests
{
    private static readonly Krea2Pipeline Nano = Pipelines.Nano;

    [Fact]
    public void The_same_request_gives_the_same_bits()
    {
        var input = Requests.Nano(7, 8);
        var (first, second) = (Nano.Run(input), Nano.Run(input));
        Assert.Equal(first.Images[0].Pixels, second.Images[0].Pixels);
        Assert.Equal(first.Images[1].Pixels, second.Images[1].Pixels);
        Assert.NotEqual(first.Images[0].Pixels, first.Images[1].Pixels);
    }

    [Fact]
    public async Task Slots_that_share_a_pipeline_do_not_disturb_each_other()
    {
        ulong[] seeds = [1, 2, 3, 4, 5, 6];
        float[][] alone = [.. seeds.Select(seed => Nano.Pixels(Requests.Nano(seed)))];
        float[][] together = await Task.WhenAll(seeds.Select(seed => Task.Run(() => Nano.Pixels(Requests.Nano(seed)))));
        Assert.Equal(alone, together);
    }

    [Fact]
    public void An_image_is_the_same_to_the_last_bits_whatever_it_is_batched_with()
    {
        var batch = Nano.Run(Requests.Nano(1, 2, 3, 4, 5));
        for (int i = 0; i < 5; i++)
            Close.Absolute(Nano.Pixels(Requests.Nano((ulong)i + 1)), batch.Images[i].Pixels, 1e-3);
    }

    [Fact]
    public void How_rows_are_cut_into_calls_changes_no_more_than_last_bits()
    {
        using var oneByOne = Krea2Pipeline.Load(Nano.Bundle, new EngineOptions { MaxBatch = 1 });
        Close.Absolute(Nano.Pixels(Requests.Nano(1, 2)), oneByOne.Pixels(Requests.Nano(1, 2)), 1e-3);
    }

    [Fact]
    public void Each_image_follows_its_own_prompt()
    {
        var both = Nano.Run(Requests.Nano(3, 3) with { Prompts = ["a red car on the beach", "an owl, blueprint"] });
        Close.Absolute(Nano.Pixels(Requests.Nano(3) with { Prompts = ["an owl, blueprint"] }), both.Images[1].Pixels, 1e-3);
        Assert.True(Requests.Distance(both.Images[0].Pixels, both.Images[1].Pixels) > 0.05);
        Assert.Equal(["a red car on the beach", "an owl, blueprint"], both.Images.Select(image => image.Prompt));
    }

    [Fact]
    public void The_negative_prompt_counts_with_guidance_and_only_then()
    {
        var guided = Requests.Nano(5);
        Assert.NotEqual(Nano.Pixels(guided), Nano.Pixels(guided with { NegativePrompt = "bicycle" }));
        Assert.Equal(Nano.Pixels(guided), Nano.Pixels(guided with { NegativePrompt = "" }));
        var free = guided with { Guidance = 0 };
        Assert.Equal(Nano.Pixels(free), Nano.Pixels(free with { NegativePrompt = "bicycle" }));
    }

    [Fact]
    public void A_prompt_that_is_too_long_says_so_in_the_result()
    {
        var image = Nano.Run(Requests.Nano(1) with { Prompts = [string.Join(' ', Enumerable.Repeat("cat", 30))], Steps = 1 }).Images[0];
        Assert.Equal((30, true), (image.PromptTokens, image.Truncated));
    }

    [Fact]
    public void The_observer_hears_of_every_step_in_order_with_a_preview_of_every_image()
    {
        List<(int, int, int, int)> heard = [];
        Nano.Run(Requests.Nano(1, 2), new Observer((in StepReport report) =>
        {
            var preview = report.Preview(1);
            heard.Add((report.Step, report.Steps, preview.Width, preview.Height));
            Assert.Equal(preview.Width * preview.Height * 3, preview.Data.Length);
        }));
        Assert.Equal([(1, 4, 96, 80), (2, 4, 96, 80), (3, 4, 96, 80), (4, 4, 96, 80)], heard);
    }

    [Fact]
    public void Previews_come_near_the_result_and_the_last_one_is_it()
    {
        List<RgbImage> previews = [];
        var output = Nano.Run(Requests.Nano(1) with { Steps = 8 }, new Observer((in StepReport report) => previews.Add(report.Preview(0))));
        RgbImage result = PixelLayout.ToBytes(output.Images[0].Pixels, 96, 80);
        double[] distances = [.. previews.Select(preview => preview.Data.Zip(result.Data).Average(pair => Math.Abs(pair.First - pair.Second)))];
        Assert.True(distances[4] < distances[0]);
        Assert.Equal(result.Data, previews[^1].Data);
    }

    [Fact]
    public void A_snapshot_outlives_its_step()
    {
        LatentSnapshot? early = null;
        RgbImage? then = null;
        Nano.Run(Requests.Nano(1), new Observer((in StepReport report) =>
        {
            if (report.Step == 1)
                (early, then) = (report.Snapshot(0), report.Preview(0));
        }));
        Assert.Equal(then!.Data, Nano.Preview(early!).Data);
    }

    [Fact]
    public void A_bundle_with_a_projection_previews_without_its_decoder()
    {
        using var copy = new Tests.Bundles.BundleCopy();
        copy.Edit(manifest => manifest["preview"] = System.Text.Json.Nodes.JsonNode.Parse(
            $"{{\"matrix\": [[1, 0, 0]{string.Concat(Enumerable.Repeat(", [0, 0, 0]", 15))}], \"bias\": [0, 0, 1]}}"));
        using var pipeline = Krea2Pipeline.Load(ModelBundle.Open(copy.Folder), new EngineOptions());
        RgbImage? preview = null;
        float[] channel = [];
        pipeline.Run(Requests.Small(1), new Observer((in StepReport report) =>
        {
            preview = report.Preview(0);
            var snapshot = report.Snapshot(0);
            channel = new float[snapshot.Packed.Length];
            snapshot.Grid.Unpack(snapshot.Packed, channel);
        }));
        Assert.Equal((8, 6), (preview!.Width, preview.Height));
        Assert.Equal((byte)(Math.Clamp(channel[9] / 2 + 0.5f, 0, 1) * 255 + 0.5f), preview.Data[9 * 3]);
        Assert.Equal((128, 255), (preview.Data[9 * 3 + 1], preview.Data[9 * 3 + 2]));
    }

    [Fact]
    public void A_cancel_is_seen_before_the_next_step()
    {
        using var cancel = new CancellationTokenSource();
        int last = 0;
        var observer = new Observer((in StepReport report) =>
        {
            last = report.Step;
            if (report.Step == 2)
                cancel.Cancel();
        });
        Assert.ThrowsAny<OperationCanceledException>(() => Nano.Generate(Requests.Nano(1) with { Steps = 50 }, observer, cancel.Token));
        Assert.Equal(2, last);
        Assert.ThrowsAny<OperationCanceledException>(() => Nano.Generate(Requests.Nano(1), observer, cancel.Token));
    }

    [Fact]
    public void Steps_allocate_nothing_large()
    {
        List<long> allocated = [];
        Nano.Run(Requests.Nano(1, 2, 3, 4) with { Steps = 6 }, new Observer((in StepReport _) => allocated.Add(GC.GetAllocatedBytesForCurrentThread())));
        // One image's latents alone are 7,680 bytes, one call's tensors a megabyte.
        Assert.All(allocated.Zip(allocated.Skip(1)), pair => Assert.InRange(pair.Second - pair.First, 0, 4_000));
    }

    [Fact]
    public void Times_of_the_phases_add_up_and_hold_the_time_in_the_runtime()
    {
        var times = Nano.Run(Requests.Nano(1)).Times;
        Assert.Equal(times.Encode + times.Denoise + times.Decode, times.Total);
        Assert.InRange(times.OnnxRuntime, TimeSpan.FromTicks(1), times.Total);
    }

    public static TheoryData<string, GenerationInput> Impossible => new()
    {
        { "no prompt", Requests.Nano() },
        { "1 prompts and 2 seeds", Requests.Nano(1) with { Seeds = [1, 2] } },
        { "multiple of 16", Requests.Nano(1) with { Width = 100 } },
        { "80 to 128", Requests.Nano(1) with { Height = 64 } },
        { "80 to 128", Requests.Nano(1) with { Width = 144 } },
        { "steps", Requests.Nano(1) with { Steps = 0 } },
        { "guidance", Requests.Nano(1) with { Guidance = float.NaN } },
        { "guidance", Requests.Nano(1) with { Guidance = -1 } },
        { "strength", Requests.Nano(1) with { Strength = 1.1f } },
        { "diversity", Requests.Nano(1) with { Diversity = float.NaN } },
        { "mask", Requests.Nano(1) with { Mask = Requests.LeftMask(96, 80, 40) } },
    };

    [Theory, MemberData(nameof(Impossible), DisableDiscoveryEnumeration = true)]
    public void What_cannot_be_made_is_refused_with_the_reason(string reason, GenerationInput input) =>
        Assert.Contains(reason, Assert.Throws<ArgumentException>(() => Nano.Run(input)).Message);
}
