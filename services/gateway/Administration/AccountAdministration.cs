using KreaPlatform.Contracts.Ids;
using KreaPlatform.Gateway.Accounts;
using KreaPlatform.Gateway.Data;
using KreaPlatform.Gateway.Jobs;
using KreaPlatform.Gateway.Keys;
using KreaPlatform.Gateway.Paging;
using KreaPlatform.ServiceDefaults.Data;
using Microsoft.EntityFrameworkCore;

namespace KreaPlatform.Gateway.Administration;

/// <summary>What administrators do with accounts; every act is in the audit log.</summary>
public sealed class AccountAdministration(ServiceDatabase<GatewayDb> database, KeyChanges changes, JobLifecycle lifecycle, TimeProvider clock)
{
    /// <summary>Makes an account with its first key, which is the owner's when there is an address.</summary>
    /// <returns>Null when the address is a member of an account.</returns>
    public Task<(Account Account, NewKey Key)?> CreateAsync(AdminAct act, string name, string? email, string plan, CancellationToken cancel) => database.WriteAsync(async db =>
    {
        if (email is not null && await db.Set<Member>().AnyAsync(m => m.Email == email, cancel)) return ((Account, NewKey)?)null;
        var now = clock.GetUtcNow();
        var account = new Account { Id = PrefixedId.New(IdPrefix.Account, now), Name = name, Plan = plan, CreatedAt = now };
        db.Add(account);
        Member? owner = null;
        if (email is not null)
        {
            owner = new Member { Id = PrefixedId.New(IdPrefix.Member, now), AccountId = account.Id, Email = email, Role = Role.Owner, CreatedAt = now };
            db.Add(owner);
        }
        var key = db.AddKey(account.Id, owner?.Id, new KeyDraft("First key", Scopes.Account), now);
        db.Audit(act, "account.created", account.Id, account.Id, new { name, plan, member = owner?.Id, key = key.Row.Id }, now);
        return (account, key);
    }, cancel);

    /// <summary>A page of accounts, newest first; of one plan, or with a member of that address.</summary>
    public Task<List<Account>> ListAsync(PageQuery page, string? plan, string? email, CancellationToken cancel) => database.ReadAsync(db =>
    {
        var accounts = db.Set<Account>().AsQueryable();
        if (page.After?.Id is { } after) accounts = accounts.Where(a => string.Compare(a.Id, after) < 0);
        if (plan is not null) accounts = accounts.Where(a => a.Plan == plan);
        if (email is not null) accounts = accounts.Where(a => db.Set<Member>().Any(m => m.AccountId == a.Id && m.Email == email));
        return accounts.OrderByDescending(a => a.Id).Take(page.Limit + 1).ToListAsync(cancel);
    }, cancel);

    /// <summary>Changes name and plan, where they are given. A wider plan moves the backlog up at once.</summary>
    public Task<Account?> ChangeAsync(AdminAct act, string id, string? name, string? plan, CancellationToken cancel) => ChangeAsync(id, (db, account, now) =>
    {
        db.Audit(act, "account.changed", id, id, new { name = new { from = account.Name, to = name ?? account.Name }, plan = new { from = account.Plan, to = plan ?? account.Plan } }, now);
        account.Name = name ?? account.Name;
        account.Plan = plan ?? account.Plan;
    }, cancel);

    /// <summary>Suspends an account: its keys may do nothing; what was accepted goes on.</summary>
    public Task<Account?> SuspendAsync(AdminAct act, string id, string reason, CancellationToken cancel) => ChangeAsync(id, (db, account, now) =>
    {
        db.Audit(act, "account.suspended", id, id, new { reason }, now);
        (account.SuspendedAt, account.SuspendedFor) = (account.SuspendedAt ?? now, reason);
    }, cancel);

    /// <summary>Ends a suspension.</summary>
    public Task<Account?> ResumeAsync(AdminAct act, string id, CancellationToken cancel) => ChangeAsync(id, (db, account, now) =>
    {
        db.Audit(act, "account.resumed", id, id, new { since = account.SuspendedAt }, now);
        (account.SuspendedAt, account.SuspendedFor) = (null, null);
    }, cancel);

    /// <summary>A page of the audit log, newest first; of one account.</summary>
    public Task<List<AuditRecord>> AuditAsync(PageQuery page, string? account, CancellationToken cancel) => database.ReadAsync(db =>
    {
        var records = db.Set<AuditRecord>().AsQueryable();
        if (page.After?.Id is { } after) records = records.Where(r => string.Compare(r.Id, after) < 0);
        if (account is not null) records = records.Where(r => r.AccountId == account);
        return records.OrderByDescending(r => r.Id).Take(page.Limit + 1).ToListAsync(cancel);
    }, cancel);

    private async Task<Account?> ChangeAsync(string id, Action<GatewayDb, Account, DateTimeOffset> change, CancellationToken cancel)
    {
        var account = await database.WriteAsync(async db =>
        {
            var row = await db.Set<Account>().SingleOrDefaultAsync(a => a.Id == id, cancel);
            if (row is not null) change(db, row, clock.GetUtcNow());
            return row;
        }, cancel);
        if (account is null) return null;
        changes.Tell(id);
        await lifecycle.PromoteAsync(id, cancel);
        return account;
    }
}
