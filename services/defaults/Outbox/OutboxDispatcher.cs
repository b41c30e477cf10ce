using System.Text.Json;
using KreaPlatform.ServiceDefaults.Data;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace KreaPlatform.ServiceDefaults.Outbox;

/// <summary>
/// Sends what the outbox of <typeparamref name="TDb"/> holds, in order of commit, and removes each message once the bus has confirmed it.
/// A crash between the two sends it again under the same message id. Several instances share the work by skipping each other's locked rows.
/// </summary>
public sealed partial class OutboxDispatcher<TDb>(
    ServiceDatabase<TDb> database, OutboxSignal<TDb> signal, IBus bus, TimeProvider clock, ILogger<OutboxDispatcher<TDb>> logger) : BackgroundService
    where TDb : ServiceDb
{
    private const int BatchSize = 100;
    private static readonly TimeSpan Sweep = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                while (await SendBatchAsync(stoppingToken) == BatchSize) { }
                await signal.WaitAsync(Sweep, clock, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                // Broker or database is away: nothing is lost, the rows wait.
                LogSendFailed(e, typeof(TDb).Name);
                await Task.Delay(Pause, clock, stoppingToken);
            }
        }
    }

    private Task<int> SendBatchAsync(CancellationToken cancel) => database.IsSqlite ? SendUnlockedAsync(cancel) : SendLockedAsync(cancel);

    // One process owns a SQLite file, so rows need no lock, and the writers' turn is not held while the bus is slow.
    private async Task<int> SendUnlockedAsync(CancellationToken cancel)
    {
        var batch = await database.ReadAsync(db => db.Outbox.AsNoTracking().OrderBy(m => m.Sequence).Take(BatchSize).ToListAsync(cancel), cancel);
        if (batch.Count == 0) return 0;
        foreach (var message in batch) await SendAsync(message, cancel);
        var sent = batch.ConvertAll(m => m.Sequence);
        await database.WriteAsync(db => db.Outbox.Where(m => sent.Contains(m.Sequence)).ExecuteDeleteAsync(cancel), cancel);
        return batch.Count;
    }

    private Task<int> SendLockedAsync(CancellationToken cancel) => database.WriteAsync(async db =>
    {
        var batch = await db.Outbox.FromSql($"SELECT * FROM outbox ORDER BY sequence LIMIT {BatchSize} FOR UPDATE SKIP LOCKED").AsNoTracking().ToListAsync(cancel);
        foreach (var message in batch) await SendAsync(message, cancel);
        var sent = batch.ConvertAll(m => m.Sequence);
        if (sent.Count > 0) await db.Outbox.Where(m => sent.Contains(m.Sequence)).ExecuteDeleteAsync(cancel);
        return batch.Count;
    }, cancel);

    private async Task SendAsync(OutboxMessage message, CancellationToken cancel)
    {
        if (MessageTypes.Find(message.Type) is not { } type)
        {
            LogUnknownType(message.Type, message.Sequence);
            return;
        }
        var body = JsonSerializer.Deserialize(message.Body, type, JsonSerializerOptions.Web)!;
        if (message.Queue is null)
        {
            await bus.Publish(body, type, context => context.MessageId = message.MessageId, cancel);
            return;
        }
        var endpoint = await bus.GetSendEndpoint(new Uri("queue:" + message.Queue));
        await endpoint.Send(body, type, context => context.MessageId = message.MessageId, cancel);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Outbox of {Database}: sending failed and will be tried again")]
    private partial void LogSendFailed(Exception exception, string database);

    [LoggerMessage(Level = LogLevel.Error, Message = "Outbox message {Sequence} has the unknown type {Type} and was dropped")]
    private partial void LogUnknownType(string type, long sequence);
}
