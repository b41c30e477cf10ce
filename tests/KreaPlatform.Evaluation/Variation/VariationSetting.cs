using KreaPlatform.Prompting;

namespace KreaPlatform.Evaluation.Variation;

/// <summary>How far a job may wander.</summary>
/// <param name="Creativity">How its prompt is expanded.</param>
/// <param name="Diversity">Noise on its text context, 0 to 1.</param>
internal readonly record struct VariationSetting(Creativity Creativity, float Diversity)
{
    /// <summary>What other settings are compared with.</summary>
    public static readonly VariationSetting Plain = new(Creativity.Raw, 0);

    /// <summary>Every creativity with every diversity.</summary>
    public static IReadOnlyList<VariationSetting> Grid { get; } =
        [.. from creativity in Enum.GetValues<Creativity>() from diversity in (float[])[0, 0.5f, 1] select new VariationSetting(creativity, diversity)];
}
