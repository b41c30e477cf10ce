using KreaPlatform.Gateway.Data;
using KreaPlatform.Gateway.Keys;
using KreaPlatform.Gateway.Paging;
using KreaPlatform.ServiceDefaults.Data;
using Microsoft.EntityFrameworkCore;

namespace KreaPlatform.Gateway.Billing;

/// <summary>Shows an account what it used and how its money moved.</summary>
public sealed class BillingService(ServiceDatabase<GatewayDb> database)
{
    /// <summary>Use by day and model, oldest day first, of jobs accepted from the first day to the last, both included.</summary>
    public Task<List<UsageRow>> UsageAsync(Caller caller, DateOnly first, DateOnly last, CancellationToken cancel)
    {
        var (from, to) = (UtcMicros.ToMicros(Start(first)), UtcMicros.ToMicros(Start(last.AddDays(1))));
        return database.ReadAsync(db => db.Database.SqlQuery<UsageRow>(
            $"""
            SELECT created_at / 86400000000 AS "Day", model AS "Model", COUNT(*) AS "Generations",
                CAST(SUM(CASE WHEN status = 'Completed' THEN 1 ELSE 0 END) AS BIGINT) AS "Completed",
                CAST(SUM(delivered_images) AS BIGINT) AS "Images",
                CAST(SUM(CASE WHEN free_images < delivered_images THEN free_images ELSE delivered_images END) AS BIGINT) AS "FreeImages",
                CAST(SUM(CASE WHEN ended_at IS NULL THEN 0 ELSE price_micros - refunded_micros END) AS BIGINT) AS "SpentMicros"
            FROM jobs WHERE account_id = {caller.AccountId} AND created_at >= {from} AND created_at < {to}
            GROUP BY created_at / 86400000000, model ORDER BY 1, 2
            """).ToListAsync(cancel), cancel);
    }

    /// <summary>A page of the account's entries, newest first.</summary>
    public Task<List<BalanceEntry>> EntriesAsync(Caller caller, PageQuery page, CancellationToken cancel) => database.ReadAsync(db =>
    {
        var entries = db.Set<BalanceEntry>().Where(e => e.AccountId == caller.AccountId);
        if (page.After?.Id is { } after) entries = entries.Where(e => string.Compare(e.Id, after) < 0);
        return entries.OrderByDescending(e => e.Id).Take(page.Limit + 1).ToListAsync(cancel);
    }, cancel);

    private static DateTimeOffset Start(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
}
