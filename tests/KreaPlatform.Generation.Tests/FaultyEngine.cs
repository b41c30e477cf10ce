using KreaPlatform.Contracts.Generation;
using KreaPlatform.Generation.Engines;
using KreaPlatform.Prompting;

namespace KreaPlatform.Generation.Tests;

/// <summary>An engine that does to each request what the test says, then makes flat images.</summary>
internal sealed class FaultyEngine(Action<GenerationSpec, CancellationToken> fault) : IImageEngine
{
    private readonly NoopEngine _inner = new(TimeSpan.Zero);

    public IEngineModel Load(string folder) => new Model(_inner.Load(folder), fault);

    private sealed class Model(IEngineModel inner, Action<GenerationSpec, CancellationToken> fault) : IEngineModel
    {
        public ModelDescription Description => inner.Description;

        public PromptVocabulary Vocabulary => inner.Vocabulary;

        public int SourceSide => inner.SourceSide;

        public bool Fits(string prompt) => inner.Fits(prompt);

        public EngineResult Generate(EngineRequest request, Action<EngineStep> onStep, CancellationToken cancel)
        {
            fault(request.Spec, cancel);
            return inner.Generate(request, onStep, cancel);
        }

        public void Dispose() => inner.Dispose();
    }
}
