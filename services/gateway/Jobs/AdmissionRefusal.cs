using KreaPlatform.Gateway.Problems;

namespace KreaPlatform.Gateway.Jobs;

/// <summary>Why a valid request is not accepted now.</summary>
public abstract record AdmissionRefusal
{
    private AdmissionRefusal() { }

    /// <summary>The plan does not have what is asked for.</summary>
    /// <param name="Errors">What, by field.</param>
    public sealed record NotInPlan(IReadOnlyList<FieldError> Errors) : AdmissionRefusal;

    /// <summary>As many jobs wait and run as the plan allows.</summary>
    /// <param name="Concurrent">Jobs at once.</param>
    /// <param name="Backlog">Jobs behind them.</param>
    public sealed record BacklogFull(int Concurrent, int Backlog) : AdmissionRefusal;

    /// <summary>An image that it needs was deleted since the request was read.</summary>
    public sealed record ImageGone : AdmissionRefusal;

    /// <summary>The balance does not cover the price.</summary>
    /// <param name="Payment">What it costs and what is missing.</param>
    public sealed record Unpaid(PaymentNeeded Payment) : AdmissionRefusal;
}
