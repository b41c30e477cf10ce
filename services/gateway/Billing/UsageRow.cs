namespace KreaPlatform.Gateway.Billing;

/// <summary>What an account used of a model on a UTC day.</summary>
/// <param name="Day">Days since the Unix epoch.</param>
/// <param name="Model">The model's id.</param>
/// <param name="Generations">Jobs that were accepted.</param>
/// <param name="Completed">Those that ended with images.</param>
/// <param name="Images">Images that were delivered.</param>
/// <param name="FreeImages">Those among them that cost nothing because of the plan.</param>
/// <param name="SpentMicros">What was charged, less what was refunded.</param>
public sealed record UsageRow(long Day, string Model, long Generations, long Completed, long Images, long FreeImages, long SpentMicros);
