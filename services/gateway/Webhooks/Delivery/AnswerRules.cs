namespace KreaPlatform.Gateway.Webhooks.Delivery;

/// <summary>What a receiver's answer means (Standard Webhooks 1.0.0, "Delivery"). Pure.</summary>
public static class AnswerRules
{
    /// <summary>Judges a status; a pause counts only with 429 and 503.</summary>
    public static (AttemptOutcome Outcome, string? Error) Judge(int status, TimeSpan? retryAfter) => status switch
    {
        >= 200 and < 300 => (AttemptOutcome.Delivered, null),
        >= 300 and < 400 => (AttemptOutcome.Failed, AttemptError.Redirect),
        410 => (AttemptOutcome.Gone, AttemptError.Status),
        429 or 503 when retryAfter is not null => (AttemptOutcome.Throttled, AttemptError.Status),
        _ => (AttemptOutcome.Failed, AttemptError.Status),
    };
}
