namespace KreaPlatform.Gateway.Jobs;

/// <summary>Configuration section <c>Jobs</c>.</summary>
public sealed class JobsOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Jobs";

    /// <summary>How long a worker owns an attempt without a heartbeat.</summary>
    public TimeSpan Lease { get; set; } = TimeSpan.FromSeconds(15);
    /// <summary>Failed attempts after which a job fails.</summary>
    public int MaxAttempts { get; set; } = 3;
    /// <summary>Wait before the second attempt; doubles with each failure.</summary>
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromSeconds(1);
    /// <summary>Longest wait between attempts.</summary>
    public TimeSpan LongestRetryDelay { get; set; } = TimeSpan.FromMinutes(1);
    /// <summary>After how long an unclaimed command is sent again; doubles with each sending, up to <see cref="LongestResendAfter"/>.</summary>
    public TimeSpan ResendAfter { get; set; } = TimeSpan.FromSeconds(30);
    /// <summary>Upper bound of the time between sendings.</summary>
    public TimeSpan LongestResendAfter { get; set; } = TimeSpan.FromMinutes(10);
    /// <summary>How often leases, deadlines and unclaimed commands are looked after.</summary>
    public TimeSpan SweepEvery { get; set; } = TimeSpan.FromSeconds(1);
    /// <summary>How long images are kept after a job's end; null keeps them.</summary>
    public TimeSpan? Retention { get; set; }
    /// <summary>How long the bytes of a discarded result are left alone before they are removed.</summary>
    public TimeSpan UnusedBlobGrace { get; set; } = TimeSpan.FromHours(1);

    /// <summary>The retry part.</summary>
    public RetryPolicy Retry => new(MaxAttempts, RetryDelay, LongestRetryDelay);
}
