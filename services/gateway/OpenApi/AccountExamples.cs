using System.Text.Json;
using System.Text.Json.Nodes;
using KreaPlatform.Gateway.Accounts;
using KreaPlatform.Gateway.Accounts.Rest;
using KreaPlatform.Gateway.Administration.Rest;
using KreaPlatform.Gateway.Billing;
using KreaPlatform.Gateway.Billing.Rest;
using KreaPlatform.Gateway.Keys.Rest;
using KreaPlatform.Gateway.Plans;
using KreaPlatform.Gateway.Rest;
using KreaPlatform.Gateway.SignUp;

namespace KreaPlatform.Gateway.OpenApi;

/// <summary>Bodies about accounts for the description, written by the same code that writes the real ones.</summary>
internal static class AccountExamples
{
    private const string AccountId = "acc_01m85njwz3ffj8trz8zysm8rnw";
    private const string Generation = "gen_01m85njxmsf2ta7xhw9stqbbz1";
    private static readonly DateTimeOffset Now = new(2026, 1, 31, 12, 0, 0, TimeSpan.Zero);

    private static readonly Account Row = new() { Id = AccountId, Name = "Ada's prints", Plan = PlansOptions.Pro, CreatedAt = Now.AddDays(-3) };

    private static readonly KeyResource KeyRow = new()
    {
        Id = "key_01m85njwz5eh7tq2p0v9c3xk4d", Name = "web shop", Prefix = "krea_01m85njw", Scopes = ["read", "generate"], Member = "mem_01m85njwz4g5x2w8q1r7d9t3ba",
        CreatedAt = Now, ExpiresAt = null, RevokedAt = null, LastUsedAt = Now, ReplacedBy = null,
    };

    private static readonly TopUpResource TopUpRow = new()
    {
        Id = "top_01m85njx0aeqk6s1d4w7m2z9fc", Status = TopUpStatus.Pending, AmountMicros = 25_000_000, Currency = "USD", CreatedAt = Now, EndedAt = null,
    };

    public static JsonNode Account => Node(AccountResource.Of(new AccountView(Row, new PlansOptions()[PlansOptions.Pro], new Balance(24_910_000, 60_000), 0, 2, 0), "USD", Now));

    public static JsonNode Key => Node(KeyRow);
    public static JsonNode NewKey => Node(KeyRow with { Key = "krea_01m85njwz6f3…", LastUsedAt = null });
    public static JsonNode Keys => Node(new KeyList([KeyRow]));

    public static JsonNode Member => Node(MemberRow);
    public static JsonNode Members => Node(new MemberList([MemberRow]));

    public static JsonNode SignUp => Node(new SignUpResource("If the address exists, a mail with a link is on its way to it."));
    public static JsonNode Joined => Node(new JoinedResource(AccountId, "ada@example.com", PlansOptions.Free, KeyRow with { Key = "krea_01m85njwz6f3…", LastUsedAt = null }));

    public static JsonNode Usage => Node(new UsageResource(new DateOnly(2026, 1, 2), new DateOnly(2026, 1, 31), "USD", 90_000,
        [new UsageDayResource(new DateOnly(2026, 1, 31), "krea-2-nano", 4, 3, 3, 0, 90_000)]));

    public static JsonNode Entries => Node(new EntryPage([EntryRow], null));
    public static JsonNode Entry => Node(EntryRow with { Kind = EntryKind.TopUp, AmountMicros = 5_000_000, Generation = null, Note = "a thank-you for the report" });
    public static JsonNode TopUp => Node(TopUpRow);
    public static JsonNode NewTopUp => Node(TopUpRow with { Instructions = "Pay 25 USD to the operator of this service and name top_01m85njx0aeqk6s1d4w7m2z9fc." });

    public static JsonNode Summary => Node(AccountSummary.Of(Row));
    public static JsonNode Accounts => Node(new AccountPage([AccountSummary.Of(Row)], null));
    public static JsonNode Refund => Node(new RefundResource(Generation, 30_000, "USD"));

    public static JsonNode Audit => Node(new AuditPage(
    [
        new AuditResource("aud_01m85njx0cf9a7m3e6s2k8d4qy", "administrator", "generation.refunded", AccountId, Generation,
            JsonSerializer.SerializeToElement(new { amount_micros = 30_000, reason = "came out grey" }), "req_01m85nk7c7etwt9v2eafnp9aa1", Now),
    ], null));

    private static MemberResource MemberRow => new("mem_01m85njwz4g5x2w8q1r7d9t3ba", "ada@example.com", Roles.NameOf(Role.Owner), Now.AddDays(-3));

    private static EntryResource EntryRow => new("ent_01m85njx0bfwy4c6t9p2r5h8kz", EntryKind.Charge, -30_000, "USD", Generation, null, null, Now);

    private static JsonNode Node<T>(T value) => JsonSerializer.SerializeToNode(value, PublicJson.Options)!;
}
