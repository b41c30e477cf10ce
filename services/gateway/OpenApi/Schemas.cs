using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace KreaPlatform.Gateway.OpenApi;

/// <summary>Short ways to write JSON schemas (2020-12).</summary>
internal static class Schemas
{
    public static OpenApiSchema Text(string description, int? least = null, int? most = null) =>
        new() { Type = JsonSchemaType.String, Description = description, MinLength = least, MaxLength = most };

    public static OpenApiSchema Choice(string description, string? standard, params IEnumerable<string> values) => new()
    {
        Type = JsonSchemaType.String, Description = description, Enum = [.. values.Select(v => (JsonNode)v!)], Default = standard is null ? null : (JsonNode)standard!,
    };

    public static OpenApiSchema Integer(string description, long least, long most, long? standard = null, int? multiple = null) => new()
    {
        Type = JsonSchemaType.Integer, Format = most > int.MaxValue ? "int64" : "int32", Description = description,
        Minimum = Number(least), Maximum = Number(most), Default = standard, MultipleOf = multiple,
    };

    public static OpenApiSchema Decimal(string description, double least, double most, double? standard = null) => new()
    {
        Type = JsonSchemaType.Number, Format = "double", Description = description, Minimum = Number(least), Maximum = Number(most), Default = standard,
    };

    public static OpenApiSchema Flag(string description, bool standard) =>
        new() { Type = JsonSchemaType.Boolean, Description = description, Default = standard };

    public static OpenApiSchema Time(string description) => new() { Type = JsonSchemaType.String, Format = "date-time", Description = description };

    /// <summary>An object without other members than these.</summary>
    public static OpenApiSchema Object(string description, IEnumerable<string> required, params IEnumerable<(string Name, OpenApiSchema Schema)> members) => new()
    {
        Type = JsonSchemaType.Object, Description = description, AdditionalPropertiesAllowed = false, Required = new HashSet<string>(required),
        Properties = members.ToDictionary(m => m.Name, IOpenApiSchema (m) => m.Schema),
    };

    public static OpenApiSchema List(string description, int least, int most, OpenApiSchema item) =>
        new() { Type = JsonSchemaType.Array, Description = description, MinItems = least, MaxItems = most, Items = item };

    /// <summary>An object of free names and texts.</summary>
    public static OpenApiSchema Pairs(string description, int most, OpenApiSchema value) =>
        new() { Type = JsonSchemaType.Object, Description = description, MaxProperties = most, AdditionalProperties = value };

    private static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
