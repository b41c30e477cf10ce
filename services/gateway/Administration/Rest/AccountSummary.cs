using KreaPlatform.Gateway.Accounts;

namespace KreaPlatform.Gateway.Administration.Rest;

/// <summary>An account in an administrator's list.</summary>
/// <param name="Id">Id, <c>acc_…</c>.</param>
/// <param name="Name">Its name.</param>
/// <param name="Plan">Its plan.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="SuspendedAt">Since when it is suspended.</param>
/// <param name="SuspendedFor">Why.</param>
public sealed record AccountSummary(string Id, string Name, string Plan, DateTimeOffset CreatedAt, DateTimeOffset? SuspendedAt, string? SuspendedFor)
{
    /// <summary>The summary of a row.</summary>
    public static AccountSummary Of(Account row) => new(row.Id, row.Name, row.Plan, row.CreatedAt, row.SuspendedAt, row.SuspendedFor);
}
