using KreaPlatform.Contracts.Generation;
using KreaPlatform.Prompting;

namespace KreaPlatform.Generation.Engines;

/// <summary>A loaded model. Several threads may generate with it at once.</summary>
public interface IEngineModel : IDisposable
{
    /// <summary>What it is and what it takes.</summary>
    ModelDescription Description { get; }

    /// <summary>What prompts may be expanded with.</summary>
    PromptVocabulary Vocabulary { get; }

    /// <summary>Pixels of the shorter side beyond which a style source's picture gives it nothing more.</summary>
    int SourceSide { get; }

    /// <summary>Whether a prompt fits the model's tokens.</summary>
    bool Fits(string prompt);

    /// <summary>Makes the images of a request; blocks the calling thread.</summary>
    /// <param name="request">The request, within the limits of <see cref="Description"/>.</param>
    /// <param name="onStep">Called on the same thread after every step.</param>
    /// <param name="cancel">Looked at before every step.</param>
    /// <exception cref="ArgumentException">The model can't make this; the message says why.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancel"/> was cancelled; no further step was begun.</exception>
    EngineResult Generate(EngineRequest request, Action<EngineStep> onStep, CancellationToken cancel);
}
