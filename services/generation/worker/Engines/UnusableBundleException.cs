namespace KreaPlatform.Generation.Engines;

/// <summary>A bundle can't be served.</summary>
/// <param name="file">Name of the file that is wrong.</param>
/// <param name="expected">What was expected of it.</param>
/// <param name="found">What was found.</param>
/// <param name="cause">What noticed it, if it was an exception.</param>
public sealed class UnusableBundleException(string file, string expected, string found, Exception? cause = null)
    : Exception($"{file}: expected {expected}, found {found}", cause)
{
    /// <summary>Name of the file that is wrong, within the bundle.</summary>
    public string File { get; } = file;
    /// <summary>What was expected of it.</summary>
    public string Expected { get; } = expected;
    /// <summary>What was found.</summary>
    public string Found { get; } = found;
}
