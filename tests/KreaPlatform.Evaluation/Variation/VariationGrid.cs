using KreaPlatform.Diffusion;
using KreaPlatform.Evaluation.Corpus;
using KreaPlatform.Evaluation.Studio;
using KreaPlatform.Prompting;
using KreaPlatform.Vision.Statistics;

namespace KreaPlatform.Evaluation.Variation;

/// <summary>Jobs of eight pictures under every setting.</summary>
/// <param name="Prompts">The prompts.</param>
/// <param name="Cells">For each setting, what it did with each prompt.</param>
internal sealed record VariationGrid(IReadOnlyList<string> Prompts, IReadOnlyDictionary<VariationSetting, IReadOnlyList<PromptVariation>> Cells)
{
    private const int Five = 5;

    /// <summary>Pictures a job.</summary>
    public const int JobSize = 8;

    /// <summary>Makes the pictures.</summary>
    /// <param name="studio">The models.</param>
    /// <param name="index">Names subjects.</param>
    /// <param name="prompts">Prompts with their subjects, which the index knows.</param>
    /// <param name="settings">What to compare.</param>
    /// <param name="jobs">Jobs a prompt and setting; job j has the seeds 1000 j and on, whatever the setting.</param>
    /// <param name="vocabulary">What is drawn from; the model's by default.</param>
    public static VariationGrid Run(DrawingStudio studio, SubjectIndex index, IReadOnlyList<(string Prompt, string Subject)> prompts, IReadOnlyList<VariationSetting> settings,
        int jobs, PromptVocabulary? vocabulary = null)
    {
        var expander = new PromptExpander(vocabulary ?? PromptVocabulary.FromBundle(studio.Manifest.Vocabulary));
        return new VariationGrid([.. prompts.Select(p => p.Prompt)], settings.ToDictionary(setting => setting, setting =>
        {
            Progress.Say($"creativity {setting.Creativity}, diversity {setting.Diversity}");
            return (IReadOnlyList<PromptVariation>)[.. prompts.Select(p => Mean([.. Enumerable.Range(1, jobs).Select(job => Job(p.Prompt, p.Subject, setting, job))]))];
        }));

        PromptVariation Job(string prompt, string subject, VariationSetting setting, int job)
        {
            var seen = studio.Observe(new Scene
            {
                Prompts = expander.Expand(prompt, setting.Creativity, JobSize, job, text => Fits(studio.Pipeline, text)),
                Seeds = [.. Enumerable.Range(0, JobSize).Select(i => (ulong)(1000 * job + i))],
                Diversity = setting.Diversity,
            });
            return new PromptVariation(VendiScore.Of([.. seen.Select(o => o.Style)]), VendiScore.Of([.. seen.Select(o => o.Content)]),
                seen.Average(o => index.Nearest(o.Content) == subject ? 1.0 : 0), seen.Average(o => index.Rank(o.Content, subject) <= Five ? 1.0 : 0),
                seen.Average(o => index.Margin(o.Content, subject)));
        }
    }

    /// <summary>Whether the model sees a whole prompt.</summary>
    public static bool Fits(Krea2Pipeline pipeline, string prompt) => pipeline.CountTokens(prompt) <= pipeline.Bundle.Manifest.Prompt.PromptCapacity;

    private static PromptVariation Mean(IReadOnlyList<PromptVariation> jobs) =>
        new(jobs.Average(j => j.Style), jobs.Average(j => j.Content), jobs.Average(j => j.Named), jobs.Average(j => j.AmongFive), jobs.Average(j => j.Margin));
}
