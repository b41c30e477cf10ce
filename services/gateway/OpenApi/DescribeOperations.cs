using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace KreaPlatform.Gateway.OpenApi;

/// <summary>Puts <see cref="OperationDocs"/> into the description.</summary>
internal sealed class DescribeOperations : IOperationFilter
{
    /// <summary>Name of the security scheme.</summary>
    public const string Key = "key";

    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        if (operation.OperationId is null || !OperationDocs.All.TryGetValue(operation.OperationId, out var doc)) return;
        operation.Summary = doc.Summary;
        operation.Description = doc.Description;
        operation.Parameters = [.. doc.Parameters.Select(IOpenApiParameter (p) => new OpenApiParameter
        {
            Name = p.Name, In = p.In, Description = p.Description, Required = p.Required, Schema = p.Schema,
        })];
        if (doc.Bodies.Count > 0) operation.RequestBody = Body(doc, context);
        if (doc.NeedsKey) operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Key, context.Document)] = [] }];
        operation.Responses = [];
        foreach (var answer in doc.Answers.Concat(doc.Common ?? [.. doc.NeedsKey ? OperationDocs.WithKey : [], .. OperationDocs.Always]))
            operation.Responses[answer.Status.ToString(System.Globalization.CultureInfo.InvariantCulture)] = Response(answer, context);
    }

    private static OpenApiRequestBody Body(OperationDoc doc, OperationFilterContext context)
    {
        foreach (var body in doc.Bodies) context.SchemaRepository.Schemas.TryAdd(body.Name, body.Schema());
        return new OpenApiRequestBody
        {
            Required = doc.Bodies.All(b => b.Required),
            Content = doc.Bodies.ToDictionary(b => b.MediaType, IOpenApiMediaType (b) =>
                new OpenApiMediaType { Schema = new OpenApiSchemaReference(b.Name, context.Document), Example = b.Example }),
        };
    }

    private static OpenApiResponse Response(AnswerDoc answer, OperationFilterContext context)
    {
        var response = new OpenApiResponse { Description = answer.Description };
        if (answer.MediaType is null) return response;
        var schema = answer.Type is null
            ? new OpenApiSchema { Type = JsonSchemaType.String, Format = answer.MediaType.StartsWith("image/", StringComparison.Ordinal) ? "binary" : null }
            : context.SchemaGenerator.GenerateSchema(answer.Type, context.SchemaRepository);
        response.Content = new Dictionary<string, IOpenApiMediaType> { [answer.MediaType] = new OpenApiMediaType { Schema = schema, Example = answer.Example } };
        return response;
    }
}
