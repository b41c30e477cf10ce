using FsCheck.Xunit;
using KreaPlatform.Diffusion.Sampling;
using KreaPlatform.Diffusion.Styles;

namespace KreaPlatform.Diffusion.Tests.Styles;

public sealed class InfluenceMeterTests
{
    [Property]
    public bool The_worth_of_all_sources_is_the_length_of_their_joint_way(ulong seed)
    {
        float[][] steps = [.. Enumerable.Range(0, 2).Select(i => GaussianNoise.Latents(seed + (ulong)i, 64))];
        var meter = new InfluenceMeter(3);
        meter.AddGuided(steps[0], -0.5f);
        meter.AddSources([0, 2], steps, -0.25f);
        double whole = meter.Gram().Sum(row => row.Sum()), joint = steps[0].Zip(steps[1]).Sum(pair => Math.Pow(pair.First + pair.Second, 2)) * 0.25;
        return Math.Abs(whole - joint) < 1e-4 * joint && meter.Gram()[1].All(x => x == 0) && meter.Share(1) == 0;
    }

    [Fact]
    public void A_share_is_a_sources_way_over_all_ways()
    {
        var meter = new InfluenceMeter(2);
        meter.AddGuided([6, 8], -0.5f);                        // 10 * 0.5
        meter.AddSources([0, 1], [[3, 4], [0, -1]], -0.5f);    // 5 * 0.5 and 1 * 0.5
        Assert.Equal(5.0 / 16, meter.Share(0), 12);
        Assert.Equal(1.0 / 16, meter.Share(1), 12);
        Assert.Equal(-4 * 0.5, meter.Gram()[0][1], 12);
    }

    [Fact]
    public void Without_any_step_nothing_had_an_influence() => Assert.Equal(0, new InfluenceMeter(1).Share(0));
}
