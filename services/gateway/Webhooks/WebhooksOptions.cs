using KreaPlatform.Gateway.Webhooks.Delivery;

namespace KreaPlatform.Gateway.Webhooks;

/// <summary>Configuration section <c>Webhooks</c>.</summary>
public sealed class WebhooksOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Webhooks";

    /// <summary>Attempts at once, over all receivers.</summary>
    public int Concurrency { get; set; } = 256;
    /// <summary>Attempts at once at one receiver.</summary>
    public int ConcurrencyPerEndpoint { get; set; } = 16;
    /// <summary>How long a receiver has for its answer.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(15);
    /// <summary>Wait before each attempt, as <c>hh:mm:ss</c>; as many attempts are made as there are entries. Empty: 0 s, 5 s, 5 m, 30 m, 2 h, 5 h, 10 h, 10 h.</summary>
    public TimeSpan[] Schedule { get; set; } = [];
    /// <summary>By which part a wait may be longer than the schedule says, drawn at random, so that what failed together does not come back together.</summary>
    public double Jitter { get; set; } = 0.1;
    /// <summary>Longest pause that a receiver gets for its Retry-After.</summary>
    public TimeSpan LongestRetryAfter { get; set; } = TimeSpan.FromHours(1);
    /// <summary>How long a gateway holds a delivery; when it dies, another takes it up after that. Must be well above <see cref="Timeout"/>.</summary>
    public TimeSpan Lease { get; set; } = TimeSpan.FromMinutes(1);
    /// <summary>How often due deliveries are looked for when nothing announces them.</summary>
    public TimeSpan PollEvery { get; set; } = TimeSpan.FromSeconds(1);
    /// <summary>Failures in a row after which a receiver is left in peace for a while.</summary>
    public int CircuitThreshold { get; set; } = 10;
    /// <summary>First such pause; doubles with each failed probe.</summary>
    public TimeSpan CircuitPause { get; set; } = TimeSpan.FromSeconds(30);
    /// <summary>Longest such pause.</summary>
    public TimeSpan LongestCircuitPause { get; set; } = TimeSpan.FromMinutes(10);
    /// <summary>An endpoint that has only failed for this long is disabled, with a notice.</summary>
    public TimeSpan DisableAfter { get; set; } = TimeSpan.FromDays(3);
    /// <summary>How long the delivery log is kept.</summary>
    public TimeSpan Retention { get; set; } = TimeSpan.FromDays(30);
    /// <summary>Most endpoints of an account.</summary>
    public int MostEndpoints { get; set; } = 20;
    /// <summary>Most bytes of a body under <c>/v1/webhooks</c>.</summary>
    public int MostBodyBytes { get; set; } = 64 * 1024;
    /// <summary>Keys that seal signing secrets in the database, base64 of 32 bytes each: the first seals, all open. None: secrets are stored as they are.</summary>
    public string[] SecretKeys { get; set; } = [];

    /// <summary>The schedule part.</summary>
    public RetrySchedule Retries => Schedule.Length == 0 ? new RetrySchedule(RetrySchedule.Standard, Jitter) : new RetrySchedule(Schedule, Jitter);

    /// <summary>The circuit breaker part.</summary>
    public CircuitBreaker Breaker => new(CircuitThreshold, CircuitPause, LongestCircuitPause, DisableAfter);
}
