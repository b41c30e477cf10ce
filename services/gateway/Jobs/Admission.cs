namespace KreaPlatform.Gateway.Jobs;

/// <summary>What became of a valid request: a job, or why there is none.</summary>
/// <param name="Job">The job that was accepted; null when it was refused.</param>
/// <param name="Refusal">Why it was refused; null when there is a job.</param>
public sealed record Admission(Job? Job, AdmissionRefusal? Refusal)
{
    /// <summary>Accepted.</summary>
    public static implicit operator Admission(Job job) => new(job, null);

    /// <summary>Refused; nothing was written.</summary>
    public static implicit operator Admission(AdmissionRefusal refusal) => new(null, refusal);

    /// <summary>The job.</summary>
    /// <exception cref="InvalidOperationException">It was refused.</exception>
    public Job Accepted => Job ?? throw new InvalidOperationException($"The request was refused: {Refusal}.");
}
