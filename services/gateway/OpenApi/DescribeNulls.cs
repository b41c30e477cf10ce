using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace KreaPlatform.Gateway.OpenApi;

/// <summary>
/// Says of each member of an answer whether it is always there and whether it may be null, as the types do: the writer leaves nothing out,
/// except what is marked to be ignored when null.
/// </summary>
internal sealed class DescribeNulls : ISchemaFilter
{
    private readonly NullabilityInfoContext _nullability = new();

    public void Apply(IOpenApiSchema schema, SchemaFilterContext context)
    {
        if (schema is not OpenApiSchema { Properties: { } members } described || context.MemberInfo is not null) return;
        foreach (var property in context.Type.GetProperties())
        {
            var name = JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name);
            if (!members.TryGetValue(name, out var member)) continue;
            var omitted = property.GetCustomAttribute<JsonIgnoreAttribute>()?.Condition == JsonIgnoreCondition.WhenWritingNull;
            var nullable = !omitted && _nullability.Create(property).ReadState == NullabilityState.Nullable;
            if (!omitted) (described.Required ??= new HashSet<string>()).Add(name);
            if (member is OpenApiSchema plain && plain.Type is { } type) plain.Type = nullable ? type | JsonSchemaType.Null : type & ~JsonSchemaType.Null;
            else if (nullable) members[name] = new OpenApiSchema { OneOf = [member, new OpenApiSchema { Type = JsonSchemaType.Null }] };
        }
    }
}
