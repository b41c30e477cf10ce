using KreaPlatform.Gateway.Requests;

namespace KreaPlatform.Gateway.Compatible.Krea;

/// <summary>The body of a generate call as a caller wrote it: what this platform has too is already in its draft.</summary>
public sealed class KreaBody : Draft
{
    /// <summary>The fields that both have.</summary>
    public RequestDraft Request { get; } = new();
    /// <summary>One of <see cref="KreaSizes.Ratios"/>.</summary>
    public string? AspectRatio { get; set; }
    /// <summary><c>1K</c>.</summary>
    public string? Resolution { get; set; }
}
