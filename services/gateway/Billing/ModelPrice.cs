namespace KreaPlatform.Gateway.Billing;

/// <summary>What an image of a model costs, in micro-units; what is added is added once an image.</summary>
public sealed record ModelPrice
{
    /// <summary>An image.</summary>
    public long PerImageMicros { get; init; }
    /// <summary>Added when the request has references or named styles.</summary>
    public long WithReferencesMicros { get; init; }
    /// <summary>Added when the request has moodboards.</summary>
    public long WithMoodboardMicros { get; init; }
    /// <summary>Added when the image is enlarged.</summary>
    public long WithUpscaleMicros { get; init; }
}
