using KreaPlatform.Contracts.Generation;

namespace KreaPlatform.Generation.Engines;

/// <summary>A loaded model. Several threads may generate with it at once.</summary>
public interface IEngineModel : IDisposable
{
    /// <summary>What it is and what it takes.</summary>
    ModelDescription Description { get; }

    /// <summary>Makes the images of a request; blocks the calling thread.</summary>
    /// <param name="spec">The request, within the limits of <see cref="Description"/>.</param>
    /// <param name="onStep">Called on the same thread after every step.</param>
    /// <param name="cancel">Looked at before every step.</param>
    /// <exception cref="OperationCanceledException"><paramref name="cancel"/> was cancelled; no further step was begun.</exception>
    EngineResult Generate(GenerationSpec spec, Action<EngineStep> onStep, CancellationToken cancel);
}
