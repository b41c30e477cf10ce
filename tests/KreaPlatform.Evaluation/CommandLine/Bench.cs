using KreaPlatform.Evaluation.Boards;
using KreaPlatform.Evaluation.Corpus;
using KreaPlatform.Evaluation.Influence;
using KreaPlatform.Evaluation.Sliders;
using KreaPlatform.Evaluation.Studio;
using KreaPlatform.Evaluation.Variation;
using KreaPlatform.Prompting;

namespace KreaPlatform.Evaluation.CommandLine;

/// <summary>What experiments share.</summary>
/// <param name="Studio">Makes the pictures.</param>
/// <param name="Corpus">References, and what pictures are compared with.</param>
/// <param name="Options">How thoroughly.</param>
internal sealed record Bench(DrawingStudio Studio, EvaluationCorpus Corpus, EvaluationOptions Options)
{
    private InfluenceSweep? sweep;

    /// <summary>Prompts in the model's words.</summary>
    public PromptList Prompts => new(Studio.Manifest.Subjects!, Studio.Manifest.Things!);

    /// <summary>Subjects that both the model and the corpus know.</summary>
    public IReadOnlyList<string> KnownSubjects { get; } =
        [.. Studio.Manifest.Subjects!.Where(subject => Corpus.Images.Any(image => image.Label.Subject == subject))];

    /// <summary>Pairs of prompt and reference.</summary>
    public IReadOnlyList<StylePair> Pairs => StylePair.Of(Corpus, Prompts, Options.Quick ? 4 : Options.Pairs);

    /// <summary>Seeds a point.</summary>
    public int Seeds => Options.Quick ? 2 : 4;

    /// <summary>The sweep of influence over all pairs; made once.</summary>
    public InfluenceSweep Sweep() => sweep ??= InfluenceSweep.Run(Studio, Pairs, InfluenceSweep.Full, Seeds);

    /// <summary>Jobs a prompt and setting of variation.</summary>
    public int Jobs => Options.Quick ? 1 : Options.Jobs;

    /// <summary>Prompts that boards are tried with.</summary>
    public IReadOnlyList<string> BoardPrompts => [.. Enumerable.Range(0, Options.Quick ? 2 : 8).Select(i => Prompts.At(3 * i).Prompt)];

    /// <summary>Prompts that sliders are tried with.</summary>
    public IReadOnlyList<string> SliderPrompts => [.. Enumerable.Range(0, Options.Quick ? 4 : 20).Select(i => Prompts.At(3 * i).Prompt)];

    /// <summary>One reference against a board of six.</summary>
    public IReadOnlyList<BoardComparison> Boards() => BoardComparison.Run(Studio, Corpus, BoardPrompts, Options.Quick ? 3 : 16, influence: 1);

    /// <summary>Some settings of creativity and diversity, with the model's vocabulary or another.</summary>
    public VariationGrid Variation(IReadOnlyList<VariationSetting> settings, PromptVocabulary? vocabulary = null) => VariationGrid.Run(Studio,
        new SubjectIndex(Corpus.Images, KnownSubjects), [.. Enumerable.Range(0, Options.Quick ? 3 : 20).Select(i => Prompts.At(3 * i))], settings, Jobs, vocabulary);

    /// <summary>Only some axes, drawn for every picture.</summary>
    public IReadOnlyList<PromptVariation> Only(string[] axes)
    {
        VariationSetting all = new(Creativity.High, 0);
        var vocabulary = PromptVocabulary.FromBundle(Studio.Manifest.Vocabulary!.Where(axis => axes.Contains(axis.Key)).ToDictionary());
        return Variation([all], vocabulary).Cells[all];
    }

    /// <summary>All sliders; intensity also alone, without phrases.</summary>
    public IReadOnlyList<SliderRun> Sliders() =>
    [
        SliderRun.Run(Studio, "intensity", Creativity.Raw, SliderPrompts, Seeds),
        .. SliderRun.ByName.Keys.Select(name => SliderRun.Run(Studio, name, Creativity.Medium, SliderPrompts, Seeds)),
    ];
}
