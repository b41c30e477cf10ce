using System.Text.Json.Serialization;

namespace KreaPlatform.Gateway.Compatible.OpenAi;

/// <summary>The data of an event of a streamed answer: a partial image, or a finished one.</summary>
public sealed record OpenAiImageEvent
{
    /// <summary>The same as the event's name.</summary>
    public required string Type { get; init; }
    /// <summary>The file, in base64.</summary>
    [JsonPropertyName("b64_json")]
    public required byte[] Bytes { get; init; }
    /// <summary>Unix seconds.</summary>
    public required long CreatedAt { get; init; }
    /// <summary><c>WIDTHxHEIGHT</c>.</summary>
    public required string Size { get; init; }
    /// <summary><c>low</c>, <c>medium</c> or <c>high</c>.</summary>
    public required string Quality { get; init; }
    /// <summary>Always <c>opaque</c>.</summary>
    public string Background { get; } = "opaque";
    /// <summary><c>png</c>, <c>jpeg</c> or <c>webp</c>.</summary>
    public required string OutputFormat { get; init; }
    /// <summary>On partial images: from 0.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? PartialImageIndex { get; init; }
    /// <summary>On finished images: what the whole job used.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public OpenAiUsage? Usage { get; init; }
}
