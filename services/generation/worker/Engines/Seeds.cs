namespace KreaPlatform.Generation.Engines;

/// <summary>Seeds of the images of a job.</summary>
public static class Seeds
{
    /// <summary>Seeds are below this: integers that every JSON reader keeps exactly.</summary>
    public const long Limit = 1L << 53;

    /// <summary>Seed of image <paramref name="index"/> of a job: no two of a job are equal.</summary>
    public static long OfImage(long seed, int index) => (seed + index) % Limit;
}
