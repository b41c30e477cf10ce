using System.Text.Json.Nodes;
using KreaPlatform.Gateway.Accounts;
using KreaPlatform.Gateway.Accounts.Rest;
using KreaPlatform.Gateway.Keys;
using KreaPlatform.Gateway.Keys.Rest;
using KreaPlatform.Gateway.Problems;
using KreaPlatform.Gateway.SignUp;
using static KreaPlatform.Gateway.OpenApi.DocParts;
using static KreaPlatform.Gateway.OpenApi.Schemas;

namespace KreaPlatform.Gateway.OpenApi;

/// <summary>What the description says about the operations on accounts, members and keys.</summary>
internal static class AccountDocs
{
    private static readonly ParameterDoc KeyId = Path("id", "The key.", "`key_…`");
    private static readonly ParameterDoc MemberId = Path("id", "The member.", "`mem_…`");
    private static readonly AnswerDoc Page = new(200, "A page with one button. Opening it changes nothing.") { MediaType = "text/html", Example = (JsonNode)"<!doctype html>…" };

    public static IReadOnlyDictionary<string, OperationDoc> All { get; } = new Dictionary<string, OperationDoc>
    {
        ["signUp"] = new("Ask for an account",
            "Mails a link to the address; following it makes an account on the free plan and shows its first key. No payment data is needed. "
            + "For an address that has an account the link shows a new key of it: the answer is the same either way.")
        {
            NeedsKey = false,
            Bodies = [BodyDoc.Json("SignUpBody", () => Object("Who asks.", ["email"], ("email", Text("Address.", 3, EmailRules.Longest))), """{ "email": "ada@example.com" }""")],
            Answers =
            [
                Json<SignUpResource>(202, "Asked for.", AccountExamples.SignUp), .. Unreadable, Problem(ProblemKind.SignUpClosed), Problem(ProblemKind.TooManyRequests),
                Problem(ProblemKind.InvalidRequest, FieldError.At("/email", FieldErrorCode.Malformed, "must be a plain e-mail address, such as ada@example.com")),
            ],
        },
        ["openSignUpLink"] = new("Open a mailed link", "For people: a page that asks before it shows the key, since programs that scan mail open links too.")
        {
            NeedsKey = false, Parameters = [Query("token", "The link's token.", Text(""), required: true)], Answers = [Page],
        },
        ["followSignUpLink"] = new("Follow a mailed link", "Makes or joins the account and answers with its key, once. A form from the page is answered with a page.")
        {
            NeedsKey = false,
            Bodies = [BodyDoc.Json("FollowBody", () => Object("The link.", ["token"], ("token", Text("`token` of the link."))), """{ "token": "b1Zn…" }""")],
            Answers = [Json<JoinedResource>(201, "The account, and its key, which is not shown again.", AccountExamples.Joined), .. Unreadable, Problem(ProblemKind.LinkUsed), Problem(ProblemKind.InvalidRequest)],
        },
        ["readAccount"] = new("Read your account", "Its plan with all limits, its balance, what is left of today's free images, and its open generations.")
        {
            Answers = [Json<AccountResource>(200, "The account.", AccountExamples.Account)],
        },
        ["listMembers"] = new("List members", "The people of the account, in the order of joining.")
        {
            Answers = [Json<MemberList>(200, "The members.", AccountExamples.Members)],
        },
        ["inviteMember"] = new("Invite a member",
            "Mails a link that joins the account with a role and shows a first key. `owner` may do everything; `developer` reads, generates, uploads, hooks and makes keys; "
            + "`billing` sees what is spent and pays; `read_only` looks. A person's keys never do more than the role, whatever their scopes say.")
        {
            Bodies = [BodyDoc.Json("InvitationBody", () => Object("Who, as what.", ["email", "role"], ("email", Text("Address.", 3, EmailRules.Longest)), ("role", RoleSchema)),
                """{ "email": "bob@example.com", "role": "developer" }""")],
            Answers = [new AnswerDoc(202, "Under way, if the address exists."), .. Unreadable, Problem(ProblemKind.LimitReached), Problem(ProblemKind.InvalidRequest)],
        },
        ["changeMember"] = new("Change a member's role", "Holds for the member's keys at once.")
        {
            Parameters = [MemberId],
            Bodies = [BodyDoc.Json("MemberChange", () => Object("The role.", ["role"], ("role", RoleSchema)), """{ "role": "read_only" }""")],
            Answers = [Json<MemberResource>(200, "Changed.", AccountExamples.Member), NotFound, Problem(ProblemKind.Conflict), .. Unreadable, Problem(ProblemKind.InvalidRequest)],
        },
        ["removeMember"] = new("Remove a member", "Revokes the member's keys at once. An account keeps at least one owner.")
        {
            Parameters = [MemberId], Answers = [new AnswerDoc(204, "Removed."), NotFound, Problem(ProblemKind.Conflict)],
        },
        ["listKeys"] = new("List keys", "Newest first, those no longer in force too. Keys themselves are never shown again.")
        {
            Answers = [Json<KeyList>(200, "The keys.", AccountExamples.Keys)],
        },
        ["createKey"] = new("Make a key", "The answer has the key, which is not shown again: what is stored is a digest of it. It may do at most what the key that makes it may.")
        {
            Bodies =
            [
                BodyDoc.Json("KeyBody", () => Object("A key.", ["name"], ("name", Text("What it is for.", 1, KeyRules.LongestName)), ("scopes", ScopesSchema),
                    ("expires_at", Time("When it stops being in force; without it never."))), """{ "name": "web shop", "scopes": ["read", "generate"], "expires_at": "2027-01-31T12:00:00Z" }"""),
            ],
            Answers = [Json<KeyResource>(201, "Made.", AccountExamples.NewKey), .. Unreadable, Problem(ProblemKind.LimitReached), Problem(ProblemKind.InvalidRequest)],
        },
        ["readKey"] = new("Read a key", "Everything but the key itself.")
        {
            Parameters = [KeyId], Answers = [Json<KeyResource>(200, "The key.", AccountExamples.Key), NotFound],
        },
        ["rotateKey"] = new("Rotate a key", "Makes a key that takes this one's place; this one stays in force for the overlap, so that its users can change over.")
        {
            Parameters = [KeyId],
            Bodies =
            [
                BodyDoc.Json("KeyRotation", () => Object("How to rotate.", [], ("overlap_seconds", Integer("Seconds for which the old key stays in force.", 0,
                    (long)KeyRules.LongestOverlap.TotalSeconds, (long)KeyRules.DefaultOverlap.TotalSeconds))), """{ "overlap_seconds": 3600 }""") with { Required = false },
            ],
            Answers = [Json<KeyResource>(201, "The new key.", AccountExamples.NewKey), NotFound, Problem(ProblemKind.Conflict), .. Unreadable, Problem(ProblemKind.InvalidRequest)],
        },
        ["revokeKey"] = new("Revoke a key", "Ends it at once, everywhere.")
        {
            Parameters = [KeyId], Answers = [new AnswerDoc(204, "Revoked."), NotFound],
        },
    };

    private static Microsoft.OpenApi.OpenApiSchema RoleSchema => Choice("What the member is to the account.", null, Roles.Names);

    private static Microsoft.OpenApi.OpenApiSchema ScopesSchema => new()
    {
        Type = Microsoft.OpenApi.JsonSchemaType.Array, Items = Choice("", null, ScopeNames.OfAccounts), MinItems = 1,
        Description = "What it may do; without them all that the key that makes it may.",
    };
}
