namespace KreaPlatform.Diffusion.Tests.Pipeline;

public sealed class DiversityTests
{
    private static readonly Krea2Pipeline Nano = Pipelines.Nano;

    [Fact]
    public void None_changes_no_bit_and_more_moves_the_images_further()
    {
        var input = Requests.Nano(1) with { Steps = 8 };
        float[] plain = Nano.Pixels(input), little = Nano.Pixels(input with { Diversity = 0.2f }), much = Nano.Pixels(input with { Diversity = 1 });
        Assert.Equal(plain, Nano.Pixels(input with { Diversity = 0 }));
        Assert.NotEqual(plain, little);
        Assert.True(Requests.Distance(plain, little) < Requests.Distance(plain, much));
    }

    [Fact]
    public void Its_noise_comes_from_the_seed()
    {
        var input = Requests.Nano(1) with { Diversity = 1 };
        Assert.Equal(Nano.Pixels(input), Nano.Pixels(input));
    }
}
