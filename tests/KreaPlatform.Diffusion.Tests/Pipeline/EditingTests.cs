namespace KreaPlatform.Diffusion.Tests.Pipeline;

public sealed class EditingTests
{
    private static readonly Krea2Pipeline Nano = Pipelines.Nano;
    private static readonly GenerationInput Input = Requests.Nano(1) with { Steps = 8, InitialImage = Requests.Picture(5, 96, 80) };

    [Fact]
    public void A_strength_of_zero_returns_the_source()
    {
        var image = Nano.Run(Input with { Strength = 0 }).Images[0];
        Assert.Equal(Input.InitialImage!.Pixels, image.Pixels);
        Assert.Equal(0, image.Steps);
    }

    [Fact]
    public void A_strength_of_one_ignores_the_source() =>
        Assert.Equal(Nano.Pixels(Input with { InitialImage = null }), Nano.Pixels(Input with { Strength = 1 }));

    [Fact]
    public void The_more_strength_the_further_from_the_source()
    {
        // From what the autoencoder makes of it, which is where strengths above 0 begin.
        float[] source = Nano.Pixels(Input with { Strength = 0.01f });
        double[] distances = [.. new[] { 0.2f, 0.5f, 0.9f }.Select(strength => Requests.Distance(source, Nano.Pixels(Input with { Strength = strength })))];
        Assert.Equal(distances.Order(), distances);
        Assert.True(distances[0] < 0.5 * distances[2]);
    }

    [Fact]
    public void A_source_of_any_size_is_fitted() =>
        Assert.Equal(96 * 80 * 3, Nano.Pixels(Input with { InitialImage = Requests.Picture(5, 301, 47), Strength = 0 }).Length);

    [Theory]
    [InlineData(0.6f)]
    [InlineData(1f)]
    public void Outside_the_mask_not_a_bit_of_the_source_changes_and_inside_it_does(float strength)
    {
        float[] edited = Nano.Pixels(Input with { Strength = strength, Mask = Requests.LeftMask(96, 80, 40) }), source = Input.InitialImage!.Pixels;
        double inside = 0;
        for (int i = 0; i < edited.Length; i++)
        {
            // The edge is as soft as a latent is wide.
            if (i % 96 >= 40 + 8)
                Assert.Equal(source[i], edited[i]);
            else if (i % 96 < 40 - 8)
                inside += Math.Abs(source[i] - edited[i]);
        }
        Assert.True(inside / edited.Length > 0.01);
    }

    [Fact]
    public void A_black_mask_returns_the_source_and_a_white_one_frees_everything()
    {
        var source = Input with { Strength = 0.7f };
        Assert.Equal(Input.InitialImage!.Pixels, Nano.Pixels(source with { Mask = Requests.LeftMask(96, 80, 0) }));
        Close.Absolute(Nano.Pixels(source), Nano.Pixels(source with { Mask = Requests.LeftMask(96, 80, 96) }), 1e-5);
    }

    [Fact]
    public void Held_latents_follow_the_source_along_the_schedule()
    {
        List<float[]> latents = [];
        Nano.Run(Input with { Mask = Requests.LeftMask(96, 80, 32) }, new Observer((in StepReport report) => latents.Add(report.Latents(0).ToArray())));
        var clean = new float[latents[0].Length];
        var grid = new KreaPlatform.Diffusion.Sampling.LatentGrid(Nano.Bundle.Manifest.Latents, 5, 6);
        grid.Pack(Nano.Components.Vae.Encode(Input.InitialImage!, new()), clean);
        // The last token of a row is far outside the mask.
        int last = 5 * 64;
        Close.Absolute(clean.AsSpan(last, 64), latents[^1].AsSpan(last, 64), 1e-6);
        Assert.True(Requests.Distance(clean[last..(last + 64)], latents[0][last..(last + 64)]) > Requests.Distance(clean[last..(last + 64)], latents[^2][last..(last + 64)]));
    }
}
