namespace KreaPlatform.Gateway.Limits;

/// <summary>Marks a route whose answer stays open.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class StreamsAttribute : Attribute;
