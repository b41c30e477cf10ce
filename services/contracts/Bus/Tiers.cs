namespace KreaPlatform.Contracts.Bus;

/// <summary>Scheduling tiers, from the one that waits longest to the one that goes first.</summary>
public static class Tiers
{
    /// <summary>Free plan.</summary>
    public const string Free = "free";
    /// <summary>Paid plans.</summary>
    public const string Pro = "pro";
    /// <summary>Enterprise plans.</summary>
    public const string Enterprise = "enterprise";

    /// <summary>Every tier, first served last.</summary>
    public static IReadOnlyList<string> All { get; } = [Free, Pro, Enterprise];
}
