namespace KreaPlatform.Vision.Safety;

/// <summary>What may be done with an image.</summary>
public enum SafetyOutcome
{
    /// <summary>It may be shown.</summary>
    Safe,

    /// <summary>It may be shown, and a person may want to look at it.</summary>
    Flagged,

    /// <summary>It must not be stored, charged or shown.</summary>
    Refused,
}
