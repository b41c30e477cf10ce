using KreaPlatform.Contracts.Ids;
using KreaPlatform.Gateway.Accounts;
using KreaPlatform.Gateway.Accounts.Rest;
using KreaPlatform.Gateway.Billing;
using KreaPlatform.Gateway.Idempotency;
using KreaPlatform.Gateway.Keys;
using KreaPlatform.Gateway.Keys.Rest;
using KreaPlatform.Gateway.Paging;
using KreaPlatform.Gateway.Plans;
using KreaPlatform.Gateway.Problems;
using KreaPlatform.Gateway.Rest;
using KreaPlatform.Gateway.SignUp;
using Microsoft.Extensions.Options;

namespace KreaPlatform.Gateway.Administration.Rest;

/// <summary>The administrator's routes over accounts, and the audit log.</summary>
internal static class AdminRoutes
{
    /// <summary>Maps the routes; every one needs the scope <c>admin</c>, which no account's key can have.</summary>
    public static void MapAdministration(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/v1/admin").Keyed().Needs(Scopes.Admin).WithTags("Administration");
        group.MapPost("accounts", CreateAsync).WithName("adminCreateAccount").IdempotentSecret();
        group.MapGet("accounts", ListAsync).WithName("adminListAccounts");
        group.MapGet("accounts/{id}", ReadAsync).WithName("adminReadAccount");
        group.MapPatch("accounts/{id}", ChangeAsync).WithName("adminChangeAccount");
        group.MapPost("accounts/{id}/suspend", SuspendAsync).WithName("adminSuspendAccount");
        group.MapPost("accounts/{id}/resume", ResumeAsync).WithName("adminResumeAccount");
        group.MapGet("audit", AuditAsync).WithName("adminListAudit");
        group.MapMoney();
    }

    /// <summary>No such account.</summary>
    public static Problem NoAccount { get; } = new(ProblemKind.NotFound, "There is no account of that id.");

    /// <summary>Who does it.</summary>
    public static AdminAct Act(HttpContext context) => new(context.Caller().KeyId, context.TraceIdentifier);

    private static async Task<IResult> CreateAsync(HttpContext context, AccountAdministration accounts, PlanCatalog plans, IOptions<SignUpOptions> options)
    {
        var (body, errors, unreadable) = await Forms.ReadAsync(context, AdminFields.Create);
        if (unreadable is not null) return unreadable;
        AdminFields.JudgeText(body.Name, "/name", required: true, errors);
        AdminFields.JudgePlan(body.Plan, plans, errors);
        var email = body.Email is null ? null : EmailRules.Judge(body.Email, "/email", errors);
        if (!errors.IsEmpty) return Problem.InvalidFields(errors.Items);
        return await accounts.CreateAsync(Act(context), body.Name!, email, body.Plan ?? options.Value.Plan, context.RequestAborted) is var (account, key)
            ? Answers.Json(context, new JoinedResource(account.Id, account.Name, account.Plan, KeyResource.Of(key)), StatusCodes.Status201Created)
            : new Problem(ProblemKind.Conflict, "The address is a member of an account; an address belongs to one.");
    }

    private static async Task<IResult> ListAsync(HttpContext context, AccountAdministration accounts)
    {
        var query = context.Request.Query;
        var errors = new List<FieldError>();
        var page = PageQuery.Read(query, IdPrefix.Account, errors, "plan", "email");
        if (errors.Count > 0) return Problem.InvalidParameters(errors);
        var found = await accounts.ListAsync(page, query["plan"].FirstOrDefault(), query["email"].FirstOrDefault()?.ToLowerInvariant(), context.RequestAborted);
        var next = page.Cut(found, a => new PageCursor(a.CreatedAt, a.Id));
        return Answers.Json(context, new AccountPage([.. found.Select(AccountSummary.Of)], next));
    }

    private static async Task<IResult> ReadAsync(HttpContext context, string id, AccountService accounts, PriceList prices, TimeProvider clock) =>
        await accounts.FindAsync(id, context.RequestAborted) is { } view ? Answers.Json(context, AccountResource.Of(view, prices.Currency, clock.GetUtcNow())) : NoAccount;

    private static async Task<IResult> ChangeAsync(HttpContext context, string id, AccountAdministration accounts, PlanCatalog plans)
    {
        var (body, errors, unreadable) = await Forms.ReadAsync(context, AdminFields.Change);
        if (unreadable is not null) return unreadable;
        AdminFields.JudgeText(body.Name, "/name", required: false, errors);
        AdminFields.JudgePlan(body.Plan, plans, errors);
        if (!errors.IsEmpty) return Problem.InvalidFields(errors.Items);
        return Show(context, await accounts.ChangeAsync(Act(context), id, body.Name, body.Plan, context.RequestAborted));
    }

    private static async Task<IResult> SuspendAsync(HttpContext context, string id, AccountAdministration accounts)
    {
        var (body, errors, unreadable) = await Forms.ReadAsync(context, AdminFields.Suspend);
        if (unreadable is not null) return unreadable;
        AdminFields.JudgeText(body.Reason, "/reason", required: true, errors);
        return errors.IsEmpty ? Show(context, await accounts.SuspendAsync(Act(context), id, body.Reason!, context.RequestAborted)) : Problem.InvalidFields(errors.Items);
    }

    private static async Task<IResult> ResumeAsync(HttpContext context, string id, AccountAdministration accounts) =>
        Show(context, await accounts.ResumeAsync(Act(context), id, context.RequestAborted));

    private static async Task<IResult> AuditAsync(HttpContext context, AccountAdministration accounts)
    {
        var errors = new List<FieldError>();
        var page = PageQuery.Read(context.Request.Query, IdPrefix.Audit, errors, "account");
        if (errors.Count > 0) return Problem.InvalidParameters(errors);
        var records = await accounts.AuditAsync(page, context.Request.Query["account"].FirstOrDefault(), context.RequestAborted);
        var next = page.Cut(records, r => new PageCursor(r.At, r.Id));
        return Answers.Json(context, new AuditPage([.. records.Select(AuditResource.Of)], next));
    }

    private static IResult Show(HttpContext context, Account? account) => account is null ? NoAccount : Answers.Json(context, AccountSummary.Of(account));
}
