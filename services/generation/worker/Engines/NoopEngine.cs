using KreaPlatform.Generation.Bundles;

namespace KreaPlatform.Generation.Engines;

/// <summary>
/// An engine without a model (<c>Worker:Engine=noop</c>): it verifies bundles like the real one and paints flat colours, at once or with a
/// delay a step. For measuring the path around the engine and for fault tests; its images are of no other use.
/// </summary>
public sealed class NoopEngine(TimeSpan stepDelay) : IImageEngine
{
    /// <inheritdoc/>
    public IEngineModel Load(string folder) => new NoopModel(BundleManifestReader.Verify(folder), stepDelay);
}
