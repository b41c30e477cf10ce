using KreaPlatform.Generation.Engines;

namespace KreaPlatform.Generation.Bundles;

/// <summary>Keeps a model loaded while an attempt uses it.</summary>
public sealed class ModelLease : IDisposable
{
    private Action? _release;

    internal ModelLease(IEngineModel model, Action release) => (Model, _release) = (model, release);

    /// <summary>The model.</summary>
    public IEngineModel Model { get; }

    /// <inheritdoc/>
    public void Dispose() => Interlocked.Exchange(ref _release, null)?.Invoke();
}
