using FsCheck.Xunit;
using KreaPlatform.Diffusion.Sampling;

namespace KreaPlatform.Diffusion.Tests.Sampling;

public sealed class ContextNoiseTests
{
    [Fact]
    public void Noise_fades_over_the_schedule_and_is_gone_at_its_end()
    {
        double[] shares = [.. Enumerable.Range(0, 20).Select(step => ContextNoise.Share(step, 20, 0.8))];
        Assert.Equal(0.8, shares[0], 12);
        Assert.All(shares.Zip(shares.Skip(1)), pair => Assert.True(pair.First >= pair.Second));
        Assert.All(shares[12..], share => Assert.Equal(0, share, 12));
    }

    [Property]
    public bool Every_layer_keeps_its_mean_and_deviation(ulong seed, byte percent)
    {
        const int layers = 2, width = 8, tokens = 5;
        float[] context = GaussianNoise.Latents(seed, tokens * layers * width), noise = GaussianNoise.Latents(seed + 1, context.Length), noisy = new float[context.Length];
        for (int i = 0; i < context.Length; i++)
            context[i] = context[i] * (i / width % layers == 0 ? 1 : 50) + 3;
        ContextNoise.Apply(context, noise, percent / 255.0, layers, width, noisy);
        return Enumerable.Range(0, layers).All(layer => Same(Moments(context, layer), Moments(noisy, layer)));

        (double, double) Moments(float[] values, int layer)
        {
            double[] own = [.. values.Where((_, i) => i / width % layers == layer).Select(v => (double)v)];
            return (own.Average(), Math.Sqrt(own.Average(v => v * v) - own.Average() * own.Average()));
        }

        bool Same((double Mean, double Deviation) a, (double Mean, double Deviation) b) =>
            Math.Abs(a.Mean - b.Mean) < 1e-3 * a.Deviation && Math.Abs(a.Deviation - b.Deviation) < 1e-3 * a.Deviation;
    }
}
