using KreaPlatform.Contracts.Generation;
using KreaPlatform.Generation.Engines;
using KreaPlatform.Generation.Expansion;

namespace KreaPlatform.Generation.Receipts;

/// <summary>Writes down how a job's images were made. Pure.</summary>
public static class ReceiptWriter
{
    /// <summary>The receipt of a job; images that the filter refused are on it, too.</summary>
    /// <param name="spec">What was asked for.</param>
    /// <param name="model">The model that made it.</param>
    /// <param name="prompts">The prompts as used.</param>
    /// <param name="made">What the engine made and measured.</param>
    /// <param name="vectors">Of the images that were delivered and described.</param>
    /// <param name="times">Where the time went.</param>
    public static GenerationReceipt Write(
        GenerationSpec spec, ModelDescription model, JobPrompts prompts, EngineResult made, IReadOnlyList<ImageVectors> vectors, PhaseMillis times)
    {
        // Where references enter as latents, one evaluation sees no more images than that.
        var mostImages = model.References == "latents" ? model.MaxReferences : int.MaxValue;
        return new GenerationReceipt
        {
            Model = model.Id, Bundle = model.Bundle, Times = times, WithoutEffect = prompts.WithoutEffect, Diversity = JobDiversity.Of(vectors),
            Images =
            [
                .. made.Images.Select((image, i) => new ImageReceipt
                {
                    Index = i, Seed = image.Seed, Steps = image.Steps, PromptTokens = image.PromptTokens, Truncated = image.Truncated,
                    Sources = SourceShares.Of(spec.Sources, image.Measured, mostImages), Gram = image.Gram,
                }),
            ],
        };
    }
}
