namespace KreaPlatform.Diffusion.Bundles;

/// <summary>A model bundle that can't be used: which file is at fault, what it should be, and what it is.</summary>
/// <param name="file">The bundle's file, by its name in the folder.</param>
/// <param name="expected">What the engine needs there.</param>
/// <param name="found">What it found.</param>
/// <param name="inner">The cause, where another library reported it.</param>
public sealed class BundleException(string file, string expected, string found, Exception? inner = null)
    : Exception($"{file}: expected {expected}, found {found}", inner)
{
    /// <summary>The bundle's file, by its name in the folder.</summary>
    public string File { get; } = file;

    /// <summary>What the engine needs there.</summary>
    public string Expected { get; } = expected;

    /// <summary>What it found.</summary>
    public string Found { get; } = found;
}
