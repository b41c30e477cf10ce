namespace KreaPlatform.Gateway.Billing;

/// <summary>What a job costs, pure: a price an image, of which some images are free.</summary>
/// <param name="Images">Images that were ordered; 1 or more.</param>
/// <param name="UnitMicros">Price of an image.</param>
/// <param name="FreeImages">How many of them the plan's free images cover.</param>
public readonly record struct Bill(int Images, long UnitMicros, int FreeImages)
{
    /// <summary>What is set aside when the job is accepted.</summary>
    public long ReservedMicros => checked((Images - FreeImages) * UnitMicros);

    /// <summary>What is charged when <paramref name="delivered"/> of its images were made: free images are used first, so that a partial result costs least.</summary>
    public long ChargeFor(int delivered) => checked(Math.Max(0, delivered - FreeImages) * UnitMicros);

    /// <summary>Free images that were not needed and go back to the account's day.</summary>
    public int FreeImagesLeftOver(int delivered) => FreeImages - Math.Min(FreeImages, delivered);
}
