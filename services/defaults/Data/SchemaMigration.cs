using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;

namespace KreaPlatform.ServiceDefaults.Data;

/// <summary>Brings a database's schema up to date before any other part of the host starts.</summary>
internal sealed class SchemaMigration<TDb>(ServiceDatabase<TDb> database) : IHostedLifecycleService where TDb : ServiceDb
{
    public Task StartingAsync(CancellationToken cancellationToken) => database.ReadAsync(async db =>
    {
        await db.Database.MigrateAsync(cancellationToken);
        return true;
    }, cancellationToken);

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
