namespace KreaPlatform.Contracts.Live;

/// <summary>Redis keys and channels. Everything under them may be lost and is rebuilt.</summary>
public static class LiveKeys
{
    /// <summary>Channel of a job's <see cref="LiveUpdate"/>s (JSON).</summary>
    public static string JobChannel(string jobId) => $"krea:v1:live:{jobId}";
    /// <summary>String key with the latest step's <see cref="LiveUpdate"/> of a job (JSON), kept for <see cref="ProgressLifetime"/>.</summary>
    public static string Progress(string jobId) => $"krea:v1:progress:{jobId}";
    /// <summary>Channel on which ended jobs' ids are told to workers; the payload is the job id.</summary>
    public const string CancelChannel = "krea:v1:cancel";
    /// <summary>How long <see cref="Progress"/> lives without a new step.</summary>
    public static TimeSpan ProgressLifetime { get; } = TimeSpan.FromMinutes(15);
    /// <summary>Channel on which gateways tell each other that an account's keys, members or plan changed; the payload is the account's id.</summary>
    public const string KeysChannel = "krea:v1:keys";
    /// <summary>Hash with the state of an account's token bucket of requests.</summary>
    public static string RateLimit(string accountId) => $"krea:v1:rate:{accountId}";
    /// <summary>Sorted set of the answers that an account holds open, by when each runs out.</summary>
    public static string OpenStreams(string accountId) => $"krea:v1:streams:{accountId}";
}
