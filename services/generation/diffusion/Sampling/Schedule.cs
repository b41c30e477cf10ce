using KreaPlatform.Diffusion.Bundles;

namespace KreaPlatform.Diffusion.Sampling;

/// <summary>Noise levels of the flow: 1 is pure noise, 0 the image.</summary>
internal static class Schedule
{
    /// <summary>mu of the shift: fixed for distilled models, else linear in the image tokens (extrapolated on both sides).</summary>
    public static double Mu(ScheduleConfig config, int imageTokens)
    {
        if (config.Distilled)
            return config.Mu!.Value;
        double slope = (config.MaxShift - config.BaseShift) / (config.MaxTokens - config.BaseTokens);
        return config.BaseShift + slope * (imageTokens - config.BaseTokens);
    }

    /// <summary>
    /// <paramref name="steps"/> levels, falling, then 0: <c>shift(linspace(strength, strength / steps, steps), mu)</c> with
    /// <c>shift(s) = e^mu / (e^mu + 1/s - 1)</c>. A strength below 1 enters the schedule part-way, for a source image.
    /// </summary>
    public static float[] Sigmas(int steps, double mu, double strength = 1)
    {
        double scale = Math.Exp(mu);
        var sigmas = new float[steps + 1];
        for (int i = 0; i < steps; i++)
        {
            double level = strength * (steps - i) / steps;
            sigmas[i] = (float)(scale / (scale + 1 / level - 1));
        }
        return sigmas;
    }

    /// <summary>Steps that remain of a schedule entered at <paramref name="strength"/>: its share of them, at least one unless the strength is 0.</summary>
    public static int StepsFor(int steps, double strength) => strength <= 0 ? 0 : Math.Max(1, (int)Math.Round(steps * strength, MidpointRounding.AwayFromZero));
}
