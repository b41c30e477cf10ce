namespace KreaPlatform.Gateway.Jobs;

/// <summary>What a list is narrowed to; null does not narrow.</summary>
public sealed record JobFilter(
    IReadOnlyList<JobStatus>? Statuses = null, string? Model = null, string? User = null, DateTimeOffset? CreatedAfter = null, DateTimeOffset? CreatedBefore = null);
