using System.Runtime.CompilerServices;
using KreaPlatform.Contracts.Generation;
using KreaPlatform.Generation.Engines;
using KreaPlatform.Prompting;

namespace KreaPlatform.Generation.Expansion;

/// <summary>
/// Writes the prompts of a job: (1) raw leaves the person's as it is, byte for byte; (2) else a language model expands it, where the operator has
/// configured one and its answer keeps the rules; (3) else the expander of the model's own vocabulary does.
/// </summary>
public sealed class PromptWriter(ChatExpander? chat = null)
{
    // What a vocabulary's phrases mean is worked out once a model, and goes with it.
    private readonly ConditionalWeakTable<PromptVocabulary, PromptExpander> _expanders = [];

    /// <summary>The prompts of a job, and what its sliders come to.</summary>
    /// <exception cref="ArgumentException">The level of creativity is unknown, or a slider is out of range.</exception>
    /// <exception cref="OperationCanceledException">The attempt was stopped.</exception>
    public async Task<JobPrompts> WriteAsync(GenerationSpec spec, IEngineModel model, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        var creativity = LevelOf(spec.Creativity);
        var sliders = new StyleSliders(spec.Intensity, spec.Complexity, spec.Movement);
        if (!sliders.IsValid) throw new ArgumentException("A slider is not within -100 to 100.", nameof(spec));
        // (1) and (3)
        var expander = _expanders.GetValue(model.Vocabulary, vocabulary => new PromptExpander(vocabulary));
        var prompts = expander.Expand(spec.Prompt, creativity, spec.Count, spec.Seed, model.Fits, sliders);
        // (2) Where there is no room for more words, nobody is asked for them.
        if (chat is not null && creativity != Creativity.Raw && !string.IsNullOrWhiteSpace(spec.Prompt) && model.Fits(spec.Prompt))
            prompts = [.. (await chat.ExpandAsync(spec, model, cancel)).Zip(prompts, (theirs, ours) => theirs ?? ours)];
        return new JobPrompts(prompts, sliders.Guidance(spec.Guidance), sliders.WithoutEffect(model.Vocabulary, creativity, spec.Guidance > 0));
    }

    private static Creativity LevelOf(string creativity) => creativity switch
    {
        CreativityLevels.Raw => Creativity.Raw,
        CreativityLevels.Low => Creativity.Low,
        CreativityLevels.Medium => Creativity.Medium,
        CreativityLevels.High => Creativity.High,
        _ => throw new ArgumentException($"Creativity can't be {creativity}.", nameof(creativity)),
    };
}
