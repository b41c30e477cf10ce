namespace KreaPlatform.Gateway.Jobs;

/// <summary>State of one image of a job.</summary>
public enum ImageStatus
{
    /// <summary>It can be downloaded.</summary>
    Ready,
    /// <summary>The filter refused it; it was not stored.</summary>
    Refused,
    /// <summary>Its bytes were removed, on request or after the retention time.</summary>
    Deleted,
}
