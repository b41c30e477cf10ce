using KreaPlatform.Gateway.Jobs;

namespace KreaPlatform.Gateway.Rest;

/// <summary>One image of a generation.</summary>
public sealed record ImageResource
{
    /// <summary>Place in the generation, from 0.</summary>
    public required int Index { get; init; }
    /// <summary><c>ready</c>, <c>refused</c> by the filter, or <c>deleted</c>.</summary>
    public required ImageStatus Status { get; init; }
    /// <summary>Why it was refused: <c>unsafe_image</c>, or <c>unjudged_image</c> when there was no usable score. Null unless refused.</summary>
    public string? Code { get; init; }
    /// <summary>Where its bytes are: absolute and signed, so that it needs no key while it lives. Null unless ready.</summary>
    public string? Url { get; init; }
    /// <summary>Until when <see cref="Url"/> lives; read the generation again for a fresh one.</summary>
    public DateTimeOffset? UrlExpiresAt { get; init; }
    /// <summary>Pixels.</summary>
    public required int Width { get; init; }
    /// <summary>Pixels.</summary>
    public required int Height { get; init; }
    /// <summary>The seed that makes this image alone.</summary>
    public required long Seed { get; init; }
    /// <summary>The prompt as used.</summary>
    public required string Prompt { get; init; }
}
