using KreaPlatform.Contracts.Bus;
using KreaPlatform.Contracts.Generation;

namespace KreaPlatform.Generation.Slots;

/// <summary>What jobs cost and what tiers are worth, for scheduling.</summary>
public static class JobCost
{
    /// <summary>Credit of the free tier in a round: pixels times steps, about one image of a megapixel for one step.</summary>
    public const long Unit = 1 << 20;

    /// <summary>Images x steps x pixels.</summary>
    public static long Of(GenerationSpec spec) => (long)spec.Count * spec.Steps * spec.Width * spec.Height;

    /// <summary>Credit of a tier in a round, in units of <see cref="Of"/>: each tier is worth four times the one below it.</summary>
    public static long QuantumOf(string tier) => Unit << (2 * RankOf(tier));

    /// <summary>Place of a tier, 0 for the one that waits longest; unknown tiers count as that.</summary>
    public static int RankOf(string tier)
    {
        for (var i = 0; i < Tiers.All.Count; i++)
            if (Tiers.All[i] == tier) return i;
        return 0;
    }
}
