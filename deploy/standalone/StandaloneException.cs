namespace KreaPlatform.Standalone;

/// <summary>A reason not to go on that the person at the terminal can act on; shown without a stack trace.</summary>
internal sealed class StandaloneException(string message) : Exception(message);
