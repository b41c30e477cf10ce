namespace KreaPlatform.Gateway.Compatible.Krea;

/// <summary>The answer to the deletion of a job.</summary>
/// <param name="JobId">A UUID.</param>
public sealed record KreaDeletedJob(string JobId)
{
    /// <summary>Always true.</summary>
    public bool Deleted { get; } = true;
}
