using KreaPlatform.Gateway.Jobs;
using KreaPlatform.Gateway.Rest;

namespace KreaPlatform.Gateway.Webhooks.Payloads;

/// <summary>A generation that is too large for a webhook: what to know at once, and where the rest is.</summary>
public sealed record ThinGeneration
{
    /// <summary>Id, <c>gen_…</c>.</summary>
    public required string Id { get; init; }
    /// <summary>Always <c>generation</c>.</summary>
    public string Object { get; } = "generation";
    /// <summary>Always true.</summary>
    public bool Thin { get; } = true;
    /// <summary>The state that ended it.</summary>
    public required JobStatus Status { get; init; }
    /// <summary>When it was accepted.</summary>
    public required DateTimeOffset CreatedAt { get; init; }
    /// <summary>When it ended.</summary>
    public required DateTimeOffset? EndedAt { get; init; }
    /// <summary>Why it ended without images.</summary>
    public required ErrorResource? Error { get; init; }
    /// <summary>Where the whole resource is; it needs the key.</summary>
    public required string Url { get; init; }

    /// <summary>The thin form of a job, with its link under <paramref name="baseUrl"/>.</summary>
    public static ThinGeneration Of(Job job, string baseUrl) => new()
    {
        Id = job.Id, Status = job.Status, CreatedAt = job.CreatedAt, EndedAt = job.EndedAt,
        Error = job.ErrorCode is null ? null : new ErrorResource(job.ErrorCode, job.ErrorMessage ?? ""), Url = $"{baseUrl}/v1/generations/{job.Id}",
    };
}
