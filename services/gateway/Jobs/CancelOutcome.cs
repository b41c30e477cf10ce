namespace KreaPlatform.Gateway.Jobs;

/// <summary>What became of a cancel.</summary>
public enum CancelOutcome
{
    /// <summary>The account has no such job.</summary>
    NotFound,
    /// <summary>It had ended before.</summary>
    AlreadyEnded,
    /// <summary>It is cancelled now.</summary>
    Cancelled,
}
