namespace KreaPlatform.Gateway.Jobs;

/// <summary>The part of a job that <see cref="JobMachine"/> decides over.</summary>
/// <param name="Status">Where it is.</param>
/// <param name="Attempt">Number of the attempt that is dispatched or running, from 1.</param>
/// <param name="Worker">Who owns the attempt, while running.</param>
/// <param name="Failures">Attempts that failed or fell silent.</param>
public readonly record struct JobState(JobStatus Status, int Attempt, string? Worker, int Failures);
