using Microsoft.OpenApi;

namespace KreaPlatform.Gateway.OpenApi;

/// <summary>A parameter of an operation.</summary>
/// <param name="Name">Its name.</param>
/// <param name="In">Where it stands.</param>
/// <param name="Description">What it does.</param>
/// <param name="Schema">Which values it takes.</param>
/// <param name="Required">Whether it must be given.</param>
internal sealed record ParameterDoc(string Name, ParameterLocation In, string Description, OpenApiSchema Schema, bool Required = false);
