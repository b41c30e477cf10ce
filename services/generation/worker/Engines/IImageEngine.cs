namespace KreaPlatform.Generation.Engines;

/// <summary>What turns a model bundle into a model that makes images.</summary>
public interface IImageEngine
{
    /// <summary>Verifies the bundle in a folder and makes it ready to run. Blocks; seconds for large models.</summary>
    /// <exception cref="UnusableBundleException">A file is missing, altered, or not what the engine can run.</exception>
    IEngineModel Load(string folder);
}
