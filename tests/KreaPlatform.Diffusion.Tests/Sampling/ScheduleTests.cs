using FsCheck;
using FsCheck.Xunit;
using KreaPlatform.Diffusion.Bundles;
using KreaPlatform.Diffusion.Sampling;

namespace KreaPlatform.Diffusion.Tests.Sampling;

public sealed class ScheduleTests
{
    private static readonly ScheduleConfig Dynamic =
        new() { Distilled = false, BaseShift = 0.5, MaxShift = 1.15, BaseTokens = 256, MaxTokens = 6400 };

    [Property]
    public bool Levels_fall_from_one_to_zero(byte steps, ushort tokens)
    {
        float[] sigmas = Schedule.Sigmas(steps + 1, Schedule.Mu(Dynamic, tokens));
        return sigmas.Length == steps + 2 && sigmas[0] == 1 && sigmas[^1] == 0 && sigmas.Zip(sigmas.Skip(1)).All(pair => pair.First > pair.Second);
    }

    [Fact]
    public void Mu_is_linear_in_the_tokens_and_goes_on_beyond_both_ends()
    {
        Assert.Equal(0.5, Schedule.Mu(Dynamic, 256), 12);
        Assert.Equal(1.15, Schedule.Mu(Dynamic, 6400), 12);
        Assert.True(Schedule.Mu(Dynamic, 64) < 0.5);
        Assert.True(Schedule.Mu(Dynamic, 10_000) > 1.15);
    }

    [Property]
    public bool A_distilled_model_has_one_mu_at_any_size(ushort tokens) => Schedule.Mu(Dynamic with { Distilled = true, Mu = 1.15 }, tokens) == 1.15;

    [Property]
    public bool A_weaker_change_of_a_source_enters_later_and_takes_fewer_steps(byte a, byte b)
    {
        var (weak, strong) = (Math.Min(a, b) / 255.0, Math.Max(a, b) / 255.0);
        int weakSteps = Schedule.StepsFor(20, weak), strongSteps = Schedule.StepsFor(20, strong);
        return weakSteps <= strongSteps
            && Schedule.Sigmas(weakSteps, 1, weak)[0] <= Schedule.Sigmas(strongSteps, 1, strong)[0]
            && weakSteps == 0 == (weak == 0);
    }

    [Fact]
    public void Full_strength_is_the_whole_schedule() => Assert.Equal(Schedule.Sigmas(20, 0.7), Schedule.Sigmas(Schedule.StepsFor(20, 1), 0.7, 1));
}
