namespace KreaPlatform.Gateway.Jobs;

/// <summary>A request that can be accepted as it stands.</summary>
/// <param name="Request">As understood; its images are assets or images of generations.</param>
/// <param name="Sources">What those are; null when it has none.</param>
public sealed record ResolvedRequest(GenerationRequest Request, JobSources? Sources);
