using System.Text.Json.Serialization;

namespace KreaPlatform.Gateway.Jobs;

/// <summary>How a job follows from an earlier one.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<JobRelation>))]
public enum JobRelation
{
    /// <summary>The same request with the same seeds.</summary>
    Rerun,
    /// <summary>New seeds, starting from one of its images.</summary>
    Variation,
    /// <summary>One of its images, enlarged.</summary>
    Upscale,
}
