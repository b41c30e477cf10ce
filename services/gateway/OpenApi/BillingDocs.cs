using KreaPlatform.Gateway.Accounts.Rest;
using KreaPlatform.Gateway.Administration.Rest;
using KreaPlatform.Gateway.Billing;
using KreaPlatform.Gateway.Billing.Rest;
using KreaPlatform.Gateway.Problems;
using KreaPlatform.Gateway.SignUp;
using Microsoft.OpenApi;
using static KreaPlatform.Gateway.OpenApi.DocParts;
using static KreaPlatform.Gateway.OpenApi.Schemas;

namespace KreaPlatform.Gateway.OpenApi;

/// <summary>What the description says about the operations on money, and about the administrator's.</summary>
internal static class BillingDocs
{
    private static readonly ParameterDoc Account = Path("id", "The account.", "`acc_…`");
    private static readonly AnswerDoc Invalid =
        Problem(ProblemKind.InvalidRequest, FieldError.At("/amount_micros", FieldErrorCode.Required, "is required, in millionths of the currency's unit"));

    public static IReadOnlyDictionary<string, OperationDoc> All { get; } = new Dictionary<string, OperationDoc>
    {
        ["readUsage"] = new("Read your usage", "By UTC day and model: generations, images, and what they cost.")
        {
            Parameters =
            [
                Query("from", "First day, `yyyy-mm-dd`; without it 30 days before the last.", Text("")), Query("to", "Last day; without it today.", Text("")),
            ],
            Answers = [Json<UsageResource>(200, "The usage.", AccountExamples.Usage), Problem(ProblemKind.InvalidParameter)],
        },
        ["listEntries"] = new("List balance entries",
            "Newest first. An accepted generation sets its price aside (`reservation`); when it ends that comes back (`release`) and what was delivered is charged (`charge`). "
            + "The balance is the sum of these.")
        {
            Parameters = [.. PageParameters], Answers = [Json<EntryPage>(200, "A page.", AccountExamples.Entries), InvalidLimit],
        },
        ["createTopUp"] = new("Top up", "Starts a payment and says how to make it; the balance grows when it has arrived.")
        {
            Bodies = [BodyDoc.Json("TopUpBody", () => Object("How much.", ["amount_micros"], ("amount_micros", Integer("In micro-units.", TopUps.Least, TopUps.Greatest))),
                """{ "amount_micros": 25000000 }""")],
            Answers =
            [
                Json<TopUpResource>(201, "Started.", AccountExamples.NewTopUp), .. Unreadable, Problem(ProblemKind.TopUpClosed), Problem(ProblemKind.LimitReached), Invalid,
            ],
        },
        ["readTopUp"] = new("Read a top-up", "Whether its payment has arrived.")
        {
            Parameters = [Path("id", "The top-up.", "`top_…`")], Answers = [Json<TopUpResource>(200, "The top-up.", AccountExamples.TopUp), NotFound],
        },
        ["adminCreateAccount"] = new("Make an account", "With its first key, shown once; with `email` that is the owner's.")
        {
            Bodies = [BodyDoc.Json("AdminAccountBody", () => Object("The account.", ["name"], ("name", Text("Name.", 1, AdminFields.LongestText)), ("email", Text("Its owner.")),
                ("plan", Text("Its plan; without it that of a sign-up."))), """{ "name": "Ada's prints", "email": "ada@example.com", "plan": "pro" }""")],
            Answers = [Json<JoinedResource>(201, "Made.", AccountExamples.Joined), .. Unreadable, Problem(ProblemKind.Conflict), Problem(ProblemKind.InvalidRequest)],
        },
        ["adminListAccounts"] = new("List accounts", "Newest first.")
        {
            Parameters = [.. PageParameters, Query("plan", "Only those on this plan.", Text("")), Query("email", "Only the one with this member.", Text(""))],
            Answers = [Json<AccountPage>(200, "A page.", AccountExamples.Accounts), InvalidLimit],
        },
        ["adminReadAccount"] = new("Read an account", "As the account itself sees it.")
        {
            Parameters = [Account], Answers = [Json<AccountResource>(200, "The account.", AccountExamples.Account), NotFound],
        },
        ["adminChangeAccount"] = new("Change an account", "Name and plan; a plan holds at once, and a wider one moves the backlog up.")
        {
            Parameters = [Account],
            Bodies = [BodyDoc.Json("AdminAccountChange", () => Object("What to change.", [], ("name", Text("Name.", 1, AdminFields.LongestText)), ("plan", Text("Plan."))), """{ "plan": "pro" }""")],
            Answers = [Json<AccountSummary>(200, "Changed.", AccountExamples.Summary), NotFound, .. Unreadable, Problem(ProblemKind.InvalidRequest)],
        },
        ["adminSuspendAccount"] = new("Suspend an account", "Its keys may do nothing, at once and everywhere; what was accepted goes on.")
        {
            Parameters = [Account],
            Bodies = [BodyDoc.Json("AdminSuspension", () => Object("Why.", ["reason"], ("reason", Reason)), """{ "reason": "unpaid invoice" }""")],
            Answers = [Json<AccountSummary>(200, "Suspended.", AccountExamples.Summary), NotFound, .. Unreadable, Problem(ProblemKind.InvalidRequest)],
        },
        ["adminResumeAccount"] = new("Resume an account", "Ends its suspension.")
        {
            Parameters = [Account], Answers = [Json<AccountSummary>(200, "Resumed.", AccountExamples.Summary), NotFound],
        },
        ["adminCreditAccount"] = new("Credit an account", "Adds to its balance.")
        {
            Parameters = [Account],
            Bodies = [BodyDoc.Json("AdminCredit", () => Amounts(["amount_micros", "reason"]), """{ "amount_micros": 5000000, "reason": "a thank-you for the report" }""")],
            Answers = [Json<EntryResource>(201, "Credited.", AccountExamples.Entry), NotFound, .. Unreadable, Invalid],
        },
        ["adminRefundGeneration"] = new("Refund a generation", "Gives back what was charged for it, whole or in part (`amount_micros`), once.")
        {
            Parameters = [Path("id", "The generation.", "`gen_…`")],
            Bodies = [BodyDoc.Json("AdminRefund", () => Amounts(["reason"]), """{ "reason": "came out grey" }""")],
            Answers = [Json<RefundResource>(201, "Refunded.", AccountExamples.Refund), NotFound, Problem(ProblemKind.Conflict), .. Unreadable, Problem(ProblemKind.InvalidRequest)],
        },
        ["adminListAudit"] = new("Read the audit log", "Every administrative act, newest first; the database lets nobody change or delete a record.")
        {
            Parameters = [.. PageParameters, Query("account", "Only those that concern this account.", Text(""))],
            Answers = [Json<AuditPage>(200, "A page.", AccountExamples.Audit), InvalidLimit],
        },
    };

    private static OpenApiSchema Reason => Text("Why; kept in the audit log.", 1, AdminFields.LongestText);

    private static OpenApiSchema Amounts(IEnumerable<string> required) => Object("How much, and why.", required,
        ("amount_micros", Integer("In micro-units.", 1, AdminFields.GreatestCredit)), ("reason", Reason));
}
