using System.Text.Json.Serialization;

namespace KreaPlatform.Gateway.Compatible.OpenAi;

/// <summary>One image of an answer.</summary>
public sealed record OpenAiImage
{
    /// <summary>The file, in base64.</summary>
    [JsonPropertyName("b64_json"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public byte[]? Bytes { get; init; }
    /// <summary>Where the file is: a signed link.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Url { get; init; }
    /// <summary>The prompt as used.</summary>
    public required string RevisedPrompt { get; init; }
}
