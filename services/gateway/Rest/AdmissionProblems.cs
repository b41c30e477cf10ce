using System.Globalization;
using KreaPlatform.Gateway.Assets;
using KreaPlatform.Gateway.Jobs;
using KreaPlatform.Gateway.Problems;

namespace KreaPlatform.Gateway.Rest;

/// <summary>Tells callers why a valid request was not accepted.</summary>
public static class AdmissionProblems
{
    /// <summary>The problem of a refusal.</summary>
    public static Problem Of(AdmissionRefusal refusal) => refusal switch
    {
        AdmissionRefusal.NotInPlan plan => new Problem(ProblemKind.NotInPlan, Sentence(plan)) { Errors = plan.Errors },
        AdmissionRefusal.BacklogFull full => new Problem(ProblemKind.TooManyRequests, Sentence(full)) { ViolatedPolicies = ["backlog"] },
        AdmissionRefusal.Unpaid unpaid => new Problem(ProblemKind.PaymentRequired, Sentence(unpaid)) { Payment = unpaid.Payment },
        AdmissionRefusal.ImageGone gone => Problem.InvalidFields([FieldError.At("", AssetErrorCode.Gone, Sentence(gone).TrimEnd('.'))]),
        _ => throw new ArgumentOutOfRangeException(nameof(refusal)),
    };

    /// <summary>The same in one sentence.</summary>
    public static string Sentence(AdmissionRefusal refusal) => refusal switch
    {
        AdmissionRefusal.NotInPlan plan => string.Join(" ", plan.Errors.Select(e => $"{e.Pointer} {e.Detail}.")),
        AdmissionRefusal.BacklogFull full => full.Backlog == 0
            ? $"Your plan allows {full.Concurrent} generations at once. Wait until one has ended."
            : $"Your plan allows {full.Concurrent} generations at once and {full.Backlog} waiting behind them. Wait until one has ended.",
        AdmissionRefusal.Unpaid { Payment: var p } => string.Create(CultureInfo.InvariantCulture,
            $"It costs {p.PriceMicros / 1e6m} {p.Currency}, and the account has {p.BalanceMicros / 1e6m}: {p.MissingMicros / 1e6m} {p.Currency} more are needed."),
        AdmissionRefusal.ImageGone => "An image that it names was deleted at the same time.",
        _ => throw new ArgumentOutOfRangeException(nameof(refusal)),
    };
}
