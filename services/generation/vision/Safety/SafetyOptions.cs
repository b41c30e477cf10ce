namespace KreaPlatform.Vision.Safety;

/// <summary>Configuration section <c>Safety</c>: whether images are judged, and thresholds on the classifier's score in [0, 1].</summary>
public sealed record SafetyOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Safety";

    /// <summary>Whether images are judged at all. Model licences may demand it; without the model a worker starts only when this is false.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>Scores at or above it are flagged. The classifier's makers call scores below 0.2 very likely safe.</summary>
    public float FlagAt { get; set; } = 0.4f;

    /// <summary>Scores at or above it are refused. The classifier's makers call scores above 0.8 very likely unsafe.</summary>
    public float RefuseAt { get; set; } = 0.8f;
}
