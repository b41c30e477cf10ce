using System.Buffers.Text;
using System.Security.Cryptography;
using KreaPlatform.Contracts.Ids;
using KreaPlatform.Gateway.Accounts;
using KreaPlatform.Gateway.Data;
using KreaPlatform.Gateway.Keys;
using KreaPlatform.Gateway.Mail;
using KreaPlatform.ServiceDefaults.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace KreaPlatform.Gateway.SignUp;

/// <summary>
/// Links in mails: whoever reads an address's mail may have an account of its own, join the one that invites, or get a new key of the account that it has.
/// A link works once and for a time; the database knows its digest only. Counted by the rows, so limits hold over restarts and for every gateway.
/// </summary>
public sealed class Invitations(ServiceDatabase<GatewayDb> database, MailQueue mail, KeyChanges changes, TimeProvider clock, IOptions<SignUpOptions> options)
{
    private const int TokenBytes = 32;

    /// <summary>Whether links can be mailed at all.</summary>
    public bool Open => mail.Open;

    /// <summary>
    /// Mails a link to an address, in the background: the answer takes the same time whatever is known of it. <paramref name="account"/> is the one to
    /// join; null for a sign-up. <paramref name="network"/> is whose wish it is when nobody vouches for it.
    /// </summary>
    /// <returns>False when the network asks for too much.</returns>
    public async Task<bool> SendAsync(string email, string? account, Role role, string? network, string linkBase, CancellationToken cancel)
    {
        var secret = RandomNumberGenerator.GetBytes(TokenBytes);
        var (allowed, send) = await database.WriteAsync(async db =>
        {
            var now = clock.GetUtcNow();
            var since = now - options.Value.Window;
            var rows = db.Set<Invitation>();
            if (network is not null && await rows.CountAsync(i => i.Network == network && i.CreatedAt > since, cancel) >= options.Value.PerNetwork) return (false, false);
            // Counted even when no mail goes out, so that an address that is flooded stays quiet and nobody learns of it.
            var sent = await rows.CountAsync(i => i.Email == email && i.CreatedAt > since, cancel);
            db.Add(new Invitation
            {
                Digest = Digest(secret), Email = email, Network = network, AccountId = account, Role = role, CreatedAt = now, ExpiresAt = now + options.Value.LinkLifetime,
            });
            return (true, sent < options.Value.PerAddress);
        }, cancel);
        if (send) mail.Add(InvitationMail.Of(email, $"{linkBase}/v1/accounts/confirm?token={Base64Url.EncodeToString(secret)}", options.Value.LinkLifetime, joins: account is not null));
        return allowed;
    }

    /// <summary>Follows a link: 1. it must work, and works no more, 2. the address has, joins or gets an account, 3. a key is made.</summary>
    public async Task<FollowOutcome> FollowAsync(string token, CancellationToken cancel)
    {
        if (!TryRead(token, out var secret)) return new FollowOutcome(null, null);
        var digest = Digest(secret);
        var outcome = await database.WriteAsync(async db =>
        {
            // 1.
            var now = clock.GetUtcNow();
            var invitation = await db.Set<Invitation>().SingleOrDefaultAsync(i => i.Digest == digest, cancel);
            if (invitation is null || invitation.UsedAt is not null || invitation.ExpiresAt <= now) return new FollowOutcome(null, null);
            invitation.UsedAt = now;

            // 2.
            var member = await db.Set<Member>().SingleOrDefaultAsync(m => m.Email == invitation.Email, cancel);
            if (member is not null && invitation.AccountId is not null && member.AccountId != invitation.AccountId)
                return new FollowOutcome(null, null, BelongsElsewhere: true);
            var account = (member?.AccountId ?? invitation.AccountId) is { } known
                ? await db.Set<Account>().SingleAsync(a => a.Id == known, cancel)
                : db.Add(new Account { Id = PrefixedId.New(IdPrefix.Account, now), Name = invitation.Email, Plan = options.Value.Plan, CreatedAt = now }).Entity;
            if (member is null)
            {
                member = new Member { Id = PrefixedId.New(IdPrefix.Member, now), AccountId = account.Id, Email = invitation.Email, Role = invitation.Role, CreatedAt = now };
                db.Add(member);
            }

            // 3.
            return new FollowOutcome(account, db.AddKey(account.Id, member.Id, new KeyDraft("From a mailed link", member.Role.MostScopes()), now));
        }, cancel);
        if (outcome.Account is not null) changes.Tell(outcome.Account.Id);
        return outcome;
    }

    /// <summary>Forgets links a day after their end; until then they still count.</summary>
    public Task<int> SweepAsync(CancellationToken cancel)
    {
        var before = clock.GetUtcNow() - TimeSpan.FromDays(1) - options.Value.Window;
        return database.WriteAsync(db => db.Set<Invitation>().Where(i => i.ExpiresAt < before).ExecuteDeleteAsync(cancel), cancel);
    }

    private static bool TryRead(string token, out byte[] secret)
    {
        secret = token.Length < 100 && Base64Url.IsValid(token) ? Base64Url.DecodeFromChars(token) : [];
        return secret.Length == TokenBytes;
    }

    // As with keys: 256 random bits can't be guessed, so a fast hash is enough.
    private static byte[] Digest(byte[] secret) => SHA256.HashData(secret);
}
