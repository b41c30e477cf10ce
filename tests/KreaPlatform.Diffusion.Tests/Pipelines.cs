using System.Collections.Concurrent;
using KreaPlatform.Diffusion.Bundles;

namespace KreaPlatform.Diffusion.Tests;

/// <summary>Bundles loaded once for all tests.</summary>
internal static class Pipelines
{
    private static readonly ConcurrentDictionary<string, Lazy<Krea2Pipeline>> Loaded = new();

    public static Krea2Pipeline Nano => Of(RepositoryPaths.Nano);

    public static Krea2Pipeline Of(string folder) =>
        Loaded.GetOrAdd(folder, f => new Lazy<Krea2Pipeline>(() => Krea2Pipeline.Load(ModelBundle.Open(f), new EngineOptions()))).Value;
}
