using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace KreaPlatform.Gateway.OpenApi;

/// <summary>A body that an operation takes.</summary>
/// <param name="MediaType">Its media type.</param>
/// <param name="Name">Name of its schema among the components.</param>
/// <param name="Schema">Makes the schema.</param>
/// <param name="Example">A body as an example.</param>
internal sealed record BodyDoc(string MediaType, string Name, Func<OpenApiSchema> Schema, JsonNode? Example)
{
    /// <summary>Whether it must be given.</summary>
    public bool Required { get; init; } = true;

    /// <summary>A JSON body.</summary>
    public static BodyDoc Json(string name, Func<OpenApiSchema> schema, string example) => new("application/json", name, schema, JsonNode.Parse(example));
}
