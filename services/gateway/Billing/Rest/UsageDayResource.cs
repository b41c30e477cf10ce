namespace KreaPlatform.Gateway.Billing.Rest;

/// <summary>What was used of a model on a UTC day.</summary>
/// <param name="Day">The day on which the generations were accepted.</param>
/// <param name="Model">The model.</param>
/// <param name="Generations">Generations that were accepted.</param>
/// <param name="Completed">Those that ended with images.</param>
/// <param name="Images">Images that were delivered.</param>
/// <param name="FreeImages">Those among them that the plan's free images covered.</param>
/// <param name="SpentMicros">What was charged less what was refunded, in micro-units.</param>
public sealed record UsageDayResource(DateOnly Day, string Model, long Generations, long Completed, long Images, long FreeImages, long SpentMicros)
{
    /// <summary>The resource of a row.</summary>
    public static UsageDayResource Of(UsageRow row) => new(DateOnly.FromDateTime(DateTime.UnixEpoch.AddDays(row.Day)), row.Model, row.Generations, row.Completed, row.Images,
        row.FreeImages, row.SpentMicros);
}
