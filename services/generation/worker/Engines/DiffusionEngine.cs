using KreaPlatform.Diffusion;
using KreaPlatform.Diffusion.Bundles;

namespace KreaPlatform.Generation.Engines;

/// <summary>The real engine: model bundles on ONNX Runtime.</summary>
public sealed class DiffusionEngine(EngineOptions options) : IImageEngine
{
    /// <inheritdoc/>
    public IEngineModel Load(string folder)
    {
        try
        {
            return new DiffusionModel(Krea2Pipeline.Load(ModelBundle.Open(folder), options));
        }
        catch (BundleException e)
        {
            throw new UnusableBundleException(e.File, e.Expected, e.Found, e);
        }
    }
}
