namespace KreaPlatform.Generation.Sources;

/// <summary>A picture that a request refers to can't be had.</summary>
/// <param name="message">Which and why, for the caller.</param>
/// <param name="mayPass">Whether another attempt may succeed.</param>
/// <param name="cause">What noticed it, if it was an exception.</param>
public sealed class SourceUnavailableException(string message, bool mayPass, Exception? cause = null) : Exception(message, cause)
{
    /// <summary>Whether another attempt may succeed.</summary>
    public bool MayPass { get; } = mayPass;
}
