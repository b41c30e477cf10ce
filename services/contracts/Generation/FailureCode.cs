namespace KreaPlatform.Contracts.Generation;

/// <summary>Stable codes of <c>error.code</c> on a job that did not complete.</summary>
public static class FailureCode
{
    /// <summary>Attempts were used up; the message has the last one's reason.</summary>
    public const string AttemptsExhausted = "attempts_exhausted";
    /// <summary>The deadline passed.</summary>
    public const string DeadlineExceeded = "deadline_exceeded";
    /// <summary>The model can't be served (its bundle is gone or broken).</summary>
    public const string ModelUnavailable = "model_unavailable";
    /// <summary>The engine failed on this request.</summary>
    public const string EngineFailed = "engine_failed";
    /// <summary>Finished images could not be stored.</summary>
    public const string StorageFailed = "storage_failed";
    /// <summary>The worker fell silent.</summary>
    public const string WorkerLost = "worker_lost";
    /// <summary>The request can't be made by this model.</summary>
    public const string InvalidRequest = "invalid_request";
    /// <summary>An image that the request refers to is gone or can't be read.</summary>
    public const string SourceUnavailable = "source_unavailable";
    /// <summary>The safety filter refused every image.</summary>
    public const string OutputRefused = "output_refused";
}
