namespace KreaPlatform.Vision;

/// <summary>A model file that can't be used here: an operator's mistake, found when a host starts.</summary>
public sealed class VisionModelException(string message, Exception? inner = null) : Exception(message, inner);
