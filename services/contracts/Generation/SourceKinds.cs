namespace KreaPlatform.Contracts.Generation;

/// <summary>What a style source can be, as requests and receipts name it.</summary>
public static class SourceKinds
{
    /// <summary>One image with an influence of its own.</summary>
    public const string Reference = "reference";
    /// <summary>A named style: the weighted mean of its images.</summary>
    public const string Style = "style";
    /// <summary>A moodboard at a version: the weighted mean of its representatives.</summary>
    public const string Moodboard = "moodboard";
}
