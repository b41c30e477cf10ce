using KreaPlatform.Contracts.Generation;
using KreaPlatform.Gateway.Rest;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.Swagger;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace KreaPlatform.Gateway.OpenApi;

/// <summary>The machine-readable description of the API at <c>/openapi.json</c> and a page to try it out at <c>/swagger</c>.</summary>
public static class ApiDescription
{
    private const string Document = "v1";

    /// <summary>Adds the generator.</summary>
    public static IServiceCollection AddApiDescription(this IServiceCollection services)
    {
        services.AddEndpointsApiExplorer();
        services.AddSingleton<ISerializerDataContractResolver>(_ => new JsonSerializerDataContractResolver(PublicJson.Options));
        return services.AddSwaggerGen(swagger =>
        {
            swagger.SwaggerDoc(Document, new OpenApiInfo
            {
                Title = "KreaPlatform",
                Version = "1",
                Description = "Image generation with Krea 2: submit a generation, watch it being made, download its images.",
            });
            swagger.AddSecurityDefinition(DescribeOperations.Key, new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "Your API key, as `Authorization: Bearer KEY`.",
            });
            swagger.OperationFilter<DescribeOperations>();
            swagger.SchemaFilter<DescribeNulls>();
            foreach (var assembly in new[] { typeof(ApiDescription).Assembly, typeof(GenerationReceipt).Assembly })
            {
                var comments = Path.Combine(AppContext.BaseDirectory, assembly.GetName().Name + ".xml");
                if (File.Exists(comments)) swagger.IncludeXmlComments(comments);
            }
        });
    }

    /// <summary>Maps the description (OpenAPI 3.1) and the page; neither needs a key.</summary>
    public static void MapApiDescription(this WebApplication app)
    {
        var text = new Lazy<Task<string>>(async () =>
        {
            using var scope = app.Services.CreateScope();
            var document = await scope.ServiceProvider.GetRequiredService<IAsyncSwaggerProvider>().GetSwaggerAsync(Document);
            return await document.SerializeAsync(OpenApiSpecVersion.OpenApi3_1, OpenApiConstants.Json);
        });
        app.MapGet("/openapi.json", async () => Results.Text(await text.Value, "application/json")).ExcludeFromDescription();
        app.UseSwaggerUI(page =>
        {
            page.RoutePrefix = "swagger";
            page.SwaggerEndpoint("/openapi.json", "KreaPlatform");
            page.DocumentTitle = "KreaPlatform API";
        });
    }
}
