using System.Text.Json.Serialization;
using KreaPlatform.Contracts.Ids;
using KreaPlatform.Gateway.Jobs;
using KreaPlatform.Gateway.Rest;

namespace KreaPlatform.Gateway.Compatible.Krea;

/// <summary>A job as Krea's API shows it, in answers and in the body of webhooks.</summary>
public sealed record KreaJob
{
    /// <summary>A UUID.</summary>
    public required string JobId { get; init; }
    /// <summary>One of <see cref="KreaStatus.All"/>.</summary>
    public required string Status { get; init; }
    /// <summary>When it was accepted.</summary>
    public required DateTimeOffset CreatedAt { get; init; }
    /// <summary>When it ended.</summary>
    public required DateTimeOffset? CompletedAt { get; init; }
    /// <summary>The images, once completed.</summary>
    public required KreaResult? Result { get; init; }
    /// <summary>The only kind of job that is made here. Not in webhooks.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Type { get; init; }
    /// <summary>Why it failed.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ErrorResource? Error { get; init; }

    /// <summary>The value of <see cref="Type"/>.</summary>
    public const string ImageType = "externalImage";

    /// <summary>Shows a job.</summary>
    /// <param name="job">The job, with its images.</param>
    /// <param name="urls">Links to its images that are ready.</param>
    /// <param name="hasSteps">Whether a step is done.</param>
    public static KreaJob Of(Job job, IReadOnlyList<string> urls, bool hasSteps) => new()
    {
        JobId = KreaIds.Of(job.Id, IdPrefix.Generation),
        Status = KreaStatus.Of(job.Status, hasSteps),
        CreatedAt = job.CreatedAt,
        CompletedAt = job.EndedAt,
        Result = job.Status == JobStatus.Completed ? new KreaResult(urls) : null,
        Type = ImageType,
        Error = job.ErrorCode is null ? null : new ErrorResource(job.ErrorCode, job.ErrorMessage ?? ""),
    };
}
