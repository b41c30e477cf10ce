using KreaPlatform.Gateway.Data;
using KreaPlatform.Gateway.Keys;
using KreaPlatform.Gateway.Plans;
using KreaPlatform.ServiceDefaults.Data;
using Microsoft.EntityFrameworkCore;

namespace KreaPlatform.Gateway.Accounts;

/// <summary>Gives the development key an account like any other, so that it can have keys, members and a balance.</summary>
internal sealed class DevelopmentAccount(ConfiguredKeys keys, ServiceDatabase<GatewayDb> database, TimeProvider clock) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => !keys.HasDevelopment ? Task.CompletedTask : database.WriteAsync(async db =>
    {
        const string id = ConfiguredKeys.DevelopmentAccount;
        if (await db.Set<Account>().AnyAsync(a => a.Id == id, cancellationToken)) return;
        db.Add(new Account { Id = id, Name = "Development", Plan = Plan.Unlimited.Name, CreatedAt = clock.GetUtcNow() });
    }, cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
