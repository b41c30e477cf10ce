namespace KreaPlatform.Gateway.Compatible.OpenAi;

/// <summary>The answer to a generation or an edit.</summary>
public sealed record OpenAiImages
{
    /// <summary>When the job was accepted, Unix seconds.</summary>
    public required long Created { get; init; }
    /// <summary>The images; one that the filter refused is missing.</summary>
    public required IReadOnlyList<OpenAiImage> Data { get; init; }
    /// <summary>Always <c>opaque</c>.</summary>
    public string Background { get; } = "opaque";
    /// <summary><c>png</c>, <c>jpeg</c> or <c>webp</c>.</summary>
    public required string OutputFormat { get; init; }
    /// <summary><c>WIDTHxHEIGHT</c> of the images.</summary>
    public required string Size { get; init; }
    /// <summary><c>low</c>, <c>medium</c> or <c>high</c>.</summary>
    public required string Quality { get; init; }
    /// <summary>What the job used.</summary>
    public required OpenAiUsage Usage { get; init; }
}
