using KreaPlatform.Gateway.Requests;

namespace KreaPlatform.Gateway.Compatible.OpenAi;

/// <summary>The body of a generation or an edit as a caller wrote it: what this platform has too is already in its draft.</summary>
public sealed class OpenAiBody : Draft
{
    /// <summary>The fields that both have.</summary>
    public RequestDraft Request { get; } = new();
    /// <summary><c>auto</c> or <c>WIDTHxHEIGHT</c>.</summary>
    public string? Size { get; set; }
    /// <summary><c>auto</c>, <c>low</c>, <c>medium</c>, <c>high</c>, <c>standard</c> or <c>hd</c>.</summary>
    public string? Quality { get; set; }
    /// <summary><c>b64_json</c> or <c>url</c>.</summary>
    public string? ResponseFormat { get; set; }
    /// <summary><c>png</c>, <c>jpeg</c> or <c>webp</c>.</summary>
    public string? OutputFormat { get; set; }
    /// <summary>0 to 100.</summary>
    public long? OutputCompression { get; set; }
    /// <summary><c>auto</c> or <c>opaque</c>.</summary>
    public string? Background { get; set; }
    /// <summary><c>auto</c> or <c>low</c>.</summary>
    public string? Moderation { get; set; }
    /// <summary><c>vivid</c> or <c>natural</c>.</summary>
    public string? Style { get; set; }
    /// <summary>Whether the answer is a stream of events.</summary>
    public bool Stream { get; set; }
    /// <summary>0 to 3.</summary>
    public long? PartialImages { get; set; }
    /// <summary><c>low</c> or <c>high</c>; edits only.</summary>
    public string? InputFidelity { get; set; }
    /// <summary>The images of an edit; an element that could not be read is null.</summary>
    public IReadOnlyList<OpenAiInput?>? Images { get; set; }
    /// <summary>Where an edit may change the first image.</summary>
    public OpenAiInput? Mask { get; set; }
}
