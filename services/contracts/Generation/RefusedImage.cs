namespace KreaPlatform.Contracts.Generation;

/// <summary>An image that the safety filter refused: it was made, and neither stored nor shown.</summary>
public sealed record RefusedImage
{
    /// <summary>Place in the job, from 0.</summary>
    public required int Index { get; init; }
    /// <summary>Why: <c>unsafe_image</c>, or <c>unjudged_image</c> when there was no usable score.</summary>
    public required string Code { get; init; }
    /// <summary>Pixels that it had.</summary>
    public required int Width { get; init; }
    /// <summary>Pixels that it had.</summary>
    public required int Height { get; init; }
    /// <summary>The seed that makes this image alone.</summary>
    public required long Seed { get; init; }
    /// <summary>The prompt as used.</summary>
    public required string Prompt { get; init; }
}
