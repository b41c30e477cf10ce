using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace KreaPlatform.Gateway.Models;

/// <summary>Ready once some worker has reported a model that it serves.</summary>
internal sealed class ModelsHealthCheck(ModelRegistry registry) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(registry.All.Any(m => m.Available)
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Unhealthy(registry.All.FirstOrDefault()?.Reason ?? "No worker has reported a model yet."));
}
