namespace KreaPlatform.Evaluation.Variation;

/// <summary>What a setting did with one prompt, the mean over its jobs.</summary>
/// <param name="Style">Vendi score of a job's style vectors, 1 to its number of pictures.</param>
/// <param name="Content">Vendi score of its content vectors.</param>
/// <param name="Named">Share of pictures whose nearest subject is the prompt's.</param>
/// <param name="AmongFive">Share whose subject is among the nearest five.</param>
/// <param name="Margin">How much nearer the subject is than others are: a difference of cosines.</param>
internal sealed record PromptVariation(double Style, double Content, double Named, double AmongFive, double Margin);
