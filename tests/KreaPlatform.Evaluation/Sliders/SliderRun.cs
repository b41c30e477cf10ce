using KreaPlatform.Evaluation.Studio;
using KreaPlatform.Evaluation.Variation;
using KreaPlatform.Prompting;

namespace KreaPlatform.Evaluation.Sliders;

/// <summary>A slider at each position, with the same prompts and seeds.</summary>
/// <param name="Name">The slider's name.</param>
/// <param name="Creativity">Raw: no phrases, so that only what intensity does to guidance is left.</param>
/// <param name="Idle">Whether it says of itself that it has nothing to work with here.</param>
/// <param name="Looks">For each position, the mean measures of each prompt's pictures.</param>
internal sealed record SliderRun(string Name, Creativity Creativity, bool Idle, IReadOnlyList<IReadOnlyList<PictureMeasures>> Looks)
{
    /// <summary>The positions.</summary>
    public static IReadOnlyList<int> Positions { get; } = [-100, -50, 0, 50, 100];

    /// <summary>The sliders by name.</summary>
    public static IReadOnlyDictionary<string, Func<int, StyleSliders>> ByName { get; } = new Dictionary<string, Func<int, StyleSliders>>
    {
        ["intensity"] = value => new(value, 0, 0),
        ["complexity"] = value => new(0, value, 0),
        ["movement"] = value => new(0, 0, value),
    };

    /// <summary>Makes the pictures of one slider.</summary>
    public static SliderRun Run(DrawingStudio studio, string name, Creativity creativity, IReadOnlyList<string> prompts, int seeds)
    {
        var vocabulary = PromptVocabulary.FromBundle(studio.Manifest.Vocabulary);
        var expander = new PromptExpander(vocabulary);
        ulong[] drawn = [.. Enumerable.Range(1, seeds).Select(i => (ulong)i)];
        var looks = Positions.Select(position =>
        {
            Progress.Say($"{name} {position}, creativity {creativity}");
            var sliders = ByName[name](position);
            return (IReadOnlyList<PictureMeasures>)
            [
                .. prompts.Select((prompt, i) => Mean(studio.Observe(new Scene
                {
                    Prompts = expander.Expand(prompt, creativity, seeds, i + 1, text => VariationGrid.Fits(studio.Pipeline, text), sliders),
                    Seeds = drawn,
                    Guidance = (float)sliders.Guidance(studio.Manifest.Defaults.Guidance),
                }))),
            ];
        }).ToArray();
        return new SliderRun(name, creativity, ByName[name](100).WithoutEffect(vocabulary, creativity, hasGuidance: true).Count > 0, looks);
    }

    private static PictureMeasures Mean(IReadOnlyList<Observation> seen) => new(seen.Average(o => o.Look.Colourfulness), seen.Average(o => o.Look.Contrast),
        seen.Average(o => o.Look.Detail), seen.Average(o => o.Look.Entropy), seen.Average(o => o.Look.Streaks));
}
