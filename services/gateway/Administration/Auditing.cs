using System.Text.Json;
using KreaPlatform.Contracts.Ids;
using KreaPlatform.Gateway.Data;
using KreaPlatform.Gateway.Rest;

namespace KreaPlatform.Gateway.Administration;

/// <summary>Writes the audit log.</summary>
internal static class Auditing
{
    /// <summary>Adds the record of an act to its transaction: no act without a record, no record without the act.</summary>
    public static void Audit(this GatewayDb db, AdminAct act, string action, string? account, string subject, object details, DateTimeOffset now) => db.Add(new AuditRecord
    {
        Id = PrefixedId.New(IdPrefix.Audit, now), Actor = act.Actor, Action = action, AccountId = account, Subject = subject,
        Details = JsonSerializer.Serialize(details, PublicJson.Options), RequestId = act.RequestId, At = now,
    });
}
