using KreaPlatform.Gateway.Billing;
using KreaPlatform.Gateway.Data;
using KreaPlatform.Gateway.Keys;
using KreaPlatform.Gateway.SignUp;
using KreaPlatform.ServiceDefaults.Data;
using Microsoft.EntityFrameworkCore;

namespace KreaPlatform.Gateway.Accounts;

/// <summary>What callers do with the members of their account. Nobody gives or takes a role that may do more than their own key.</summary>
public sealed class MemberService(ServiceDatabase<GatewayDb> database, KeyChanges changes, Invitations invitations, TimeProvider clock)
{
    /// <summary>Most members and open invitations of an account.</summary>
    public const int Most = 200;

    /// <summary>The members, in the order of joining.</summary>
    public Task<List<Member>> ListAsync(Caller caller, CancellationToken cancel) => database.ReadAsync(
        db => db.Set<Member>().Where(m => m.AccountId == caller.AccountId).OrderBy(m => m.Id).ToListAsync(cancel), cancel);

    /// <summary>Mails an invitation; following its link joins the account and shows a first key. Says nothing about whether the address is known.</summary>
    public async Task<MemberRefusal?> InviteAsync(Caller caller, string email, Role role, string linkBase, CancellationToken cancel)
    {
        if (!Covers(caller, role)) return MemberRefusal.TooStrong;
        var now = clock.GetUtcNow();
        var count = await database.ReadAsync(async db =>
            await db.Set<Member>().CountAsync(m => m.AccountId == caller.AccountId, cancel)
            + await db.Set<Invitation>().CountAsync(i => i.AccountId == caller.AccountId && i.UsedAt == null && i.ExpiresAt > now, cancel), cancel);
        if (count >= Most) return MemberRefusal.TooMany;
        await invitations.SendAsync(email, caller.AccountId, role, network: null, linkBase, cancel);
        return null;
    }

    /// <summary>Gives a member another role; their keys are bounded by it at once.</summary>
    public Task<(Member? Member, MemberRefusal? Refusal)> ChangeRoleAsync(Caller caller, string id, Role role, CancellationToken cancel) =>
        ChangeAsync(caller, id, role, (_, member) =>
        {
            member.Role = role;
            return Task.CompletedTask;
        }, cancel);

    /// <summary>Removes a member and revokes their keys.</summary>
    public Task<(Member? Member, MemberRefusal? Refusal)> RemoveAsync(Caller caller, string id, CancellationToken cancel) =>
        ChangeAsync(caller, id, null, async (db, member) =>
        {
            var now = clock.GetUtcNow();
            db.Remove(member);
            await db.Set<ApiKey>().Where(k => k.MemberId == id && k.RevokedAt == null).ExecuteUpdateAsync(set => set.SetProperty(k => k.RevokedAt, now), cancel);
        }, cancel);

    private async Task<(Member? Member, MemberRefusal? Refusal)> ChangeAsync(Caller caller, string id, Role? next, Func<GatewayDb, Member, Task> change, CancellationToken cancel)
    {
        var result = await database.WriteAsync(async db =>
        {
            // Two owners who remove each other at once must not both succeed.
            await db.LockWalletAsync(caller.AccountId, cancel);
            var member = await db.Set<Member>().SingleOrDefaultAsync(m => m.Id == id && m.AccountId == caller.AccountId, cancel);
            if (member is null) return (null, MemberRefusal.NotFound);
            if (!Covers(caller, member.Role) || (next is { } role && !Covers(caller, role))) return (null, MemberRefusal.TooStrong);
            if (member.Role == Role.Owner && next != Role.Owner
                && !await db.Set<Member>().AnyAsync(m => m.AccountId == caller.AccountId && m.Role == Role.Owner && m.Id != id, cancel)) return (null, MemberRefusal.LastOwner);
            await change(db, member);
            return ((Member?)member, (MemberRefusal?)null);
        }, cancel);
        if (result.Item1 is not null) changes.Tell(caller.AccountId);
        return result;
    }

    private static bool Covers(Caller caller, Role role) => (role.MostScopes() & ~caller.Scopes) == 0;
}
