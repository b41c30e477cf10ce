using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace KreaPlatform.ServiceDefaults.Identity;

/// <summary>Identity between services as a part of a host.</summary>
public static class IdentityHosting
{
    private const string Scheme = "Bearer ";

    /// <summary>Adds issuer and validator; options come from the section <see cref="IdentityOptions.Section"/>.</summary>
    public static IServiceCollection AddServiceIdentity(this IServiceCollection services)
    {
        services.AddOptions<IdentityOptions>().BindConfiguration(IdentityOptions.Section);
        return services
            .AddSingleton<IdentityKeys>()
            .AddSingleton(provider => new IdentityIssuer(provider.GetRequiredService<IdentityKeys>(), provider.GetRequiredService<IOptions<IdentityOptions>>(),
                provider.GetRequiredService<TimeProvider>()))
            .AddSingleton(provider => new IdentityValidator(provider.GetRequiredService<IdentityKeys>(), provider.GetRequiredService<IOptions<IdentityOptions>>(),
                provider.GetRequiredService<TimeProvider>()));
    }

    /// <summary>Marks REST or gRPC endpoints of <paramref name="service"/> as inner ones.</summary>
    public static TBuilder ForGatewayOnly<TBuilder>(this TBuilder endpoints, string service) where TBuilder : IEndpointConventionBuilder =>
        endpoints.WithMetadata(new InnerAttribute(service));

    /// <summary>Refuses calls of inner endpoints (<see cref="InnerAttribute"/>) without a token for their service: 401, which gRPC clients see as UNAUTHENTICATED.</summary>
    public static IApplicationBuilder UseServiceIdentity(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<InnerAttribute>() is { } inner)
        {
            var header = context.Request.Headers.Authorization.ToString();
            var identity = header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
                ? await context.RequestServices.GetRequiredService<IdentityValidator>().ValidateAsync(header[Scheme.Length..].Trim(), inner.Service)
                : null;
            if (identity is null)
            {
                context.Response.StatusCode = StatusCodes.Status401Unauthorized;
                context.Response.Headers.WWWAuthenticate = "Bearer";
                return;
            }
            context.Features.Set(identity);
        }
        await next(context);
    });

    /// <summary>On whose behalf an inner endpoint is called.</summary>
    public static ServiceIdentity Identity(this HttpContext context) =>
        context.Features.Get<ServiceIdentity>() ?? throw new InvalidOperationException("The endpoint is not an inner one.");
}
