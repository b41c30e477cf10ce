using System.Text.Json;

namespace KreaPlatform.Gateway.Administration.Rest;

/// <summary>A record of the audit log.</summary>
/// <param name="Id">Id, <c>aud_…</c>.</param>
/// <param name="Actor">Which key did it.</param>
/// <param name="Action">What.</param>
/// <param name="Account">The account that it concerns.</param>
/// <param name="Subject">What it was done to.</param>
/// <param name="Details">Amounts, plans, reasons.</param>
/// <param name="RequestId">The request that did it.</param>
/// <param name="At">When.</param>
public sealed record AuditResource(string Id, string Actor, string Action, string? Account, string Subject, JsonElement Details, string RequestId, DateTimeOffset At)
{
    /// <summary>The resource of a row.</summary>
    public static AuditResource Of(AuditRecord row) =>
        new(row.Id, row.Actor, row.Action, row.AccountId, row.Subject, JsonSerializer.Deserialize<JsonElement>(row.Details), row.RequestId, row.At);
}
