namespace KreaPlatform.Contracts.Generation;

/// <summary>How far a prompt may be expanded, from not at all to all axes.</summary>
public static class CreativityLevels
{
    /// <summary>The prompt as it was written, byte for byte.</summary>
    public const string Raw = "raw";
    /// <summary>One open axis an image.</summary>
    public const string Low = "low";
    /// <summary>The look and one other axis; what a request gets that names none.</summary>
    public const string Medium = "medium";
    /// <summary>Every open axis.</summary>
    public const string High = "high";

    /// <summary>Every level, in that order.</summary>
    public static IReadOnlyList<string> All { get; } = [Raw, Low, Medium, High];
}
