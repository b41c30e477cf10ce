using System.Text.Json.Nodes;

namespace KreaPlatform.Gateway.OpenApi;

/// <summary>An answer of an operation.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Description">When it is given.</param>
internal sealed record AnswerDoc(int Status, string Description)
{
    /// <summary>Media type of the body; null for none.</summary>
    public string? MediaType { get; init; }
    /// <summary>What the body is, when it is JSON.</summary>
    public Type? Type { get; init; }
    /// <summary>A body as an example.</summary>
    public JsonNode? Example { get; init; }
}
