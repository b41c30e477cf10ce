using System.Text.Json.Serialization;

namespace KreaPlatform.Gateway.Rest;

/// <summary>Data of the events between transitions: a step, a preview or a changed place in the queue. (A transition's data is the generation.)</summary>
public sealed record EventData
{
    /// <summary>The generation.</summary>
    public required string Id { get; init; }
    /// <summary>Steps done.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Step { get; init; }
    /// <summary>Steps in all.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Steps { get; init; }
    /// <summary>For previews: the image's place in the generation, from 0.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Image { get; init; }
    /// <summary>For previews: a small image as a data URI.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Preview { get; init; }
    /// <summary>For places: from 1.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Position { get; init; }
    /// <summary>For places: seconds until the generation will probably have ended.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? EtaSeconds { get; init; }
}
