using KreaPlatform.Contracts.Ids;
using KreaPlatform.Gateway.Billing.Rest;
using KreaPlatform.Gateway.Idempotency;
using KreaPlatform.Gateway.Problems;
using KreaPlatform.Gateway.Rest;

namespace KreaPlatform.Gateway.Administration.Rest;

/// <summary>The administrator's routes over money.</summary>
internal static class AdminMoneyRoutes
{
    /// <summary>Maps the routes.</summary>
    public static void MapMoney(this RouteGroupBuilder group)
    {
        group.MapPost("accounts/{id}/credits", CreditAsync).WithName("adminCreditAccount").Idempotent();
        group.MapPost("generations/{id}/refund", RefundAsync).WithName("adminRefundGeneration").Idempotent();
    }

    private static async Task<IResult> CreditAsync(HttpContext context, string id, MoneyAdministration money)
    {
        var (body, errors, unreadable) = await Forms.ReadAsync(context, AdminFields.Amounts);
        if (unreadable is not null) return unreadable;
        AdminFields.JudgeAmount(body.AmountMicros, required: true, errors);
        AdminFields.JudgeText(body.Reason, "/reason", required: true, errors);
        if (!errors.IsEmpty) return Problem.InvalidFields(errors.Items);
        return await money.CreditAsync(AdminRoutes.Act(context), id, body.AmountMicros!.Value, body.Reason!, context.Claim(), context.RequestAborted) is { } entry
            ? Answers.Json(context, EntryResource.Of(entry), StatusCodes.Status201Created)
            : AdminRoutes.NoAccount;
    }

    private static async Task<IResult> RefundAsync(HttpContext context, string id, MoneyAdministration money)
    {
        var (body, errors, unreadable) = await Forms.ReadAsync(context, AdminFields.Amounts);
        if (unreadable is not null) return unreadable;
        AdminFields.JudgeAmount(body.AmountMicros, required: false, errors);
        AdminFields.JudgeText(body.Reason, "/reason", required: true, errors);
        if (!errors.IsEmpty) return Problem.InvalidFields(errors.Items);
        var (outcome, micros, currency) = PrefixedId.IsValid(id, IdPrefix.Generation)
            ? await money.RefundAsync(AdminRoutes.Act(context), id, body.AmountMicros, body.Reason!, context.RequestAborted)
            : (RefundOutcome.NotFound, 0, "");
        return outcome switch
        {
            RefundOutcome.Refunded => Answers.Json(context, new RefundResource(id, micros, currency), StatusCodes.Status201Created),
            RefundOutcome.TooMuch => Problem.InvalidFields([FieldError.At("/amount_micros", FieldErrorCode.OutOfRange, $"must be at most what was charged: {micros}")]),
            RefundOutcome.AlreadyRefunded => new Problem(ProblemKind.Conflict, $"It was refunded before: {micros} micro-units of {currency}."),
            RefundOutcome.NothingCharged => new Problem(ProblemKind.Conflict, "Nothing was charged for it."),
            _ => new Problem(ProblemKind.NotFound, "There is no generation of that id."),
        };
    }
}
