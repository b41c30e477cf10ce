using System.Text.Json.Serialization;

namespace KreaPlatform.Contracts.Live;

/// <summary>Kinds of <see cref="LiveUpdate"/>.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<LiveUpdateKind>))]
public enum LiveUpdateKind
{
    /// <summary>The job's row changed state: read it.</summary>
    Transition,
    /// <summary>A step was done.</summary>
    Step,
    /// <summary>A preview of one image is in the update.</summary>
    Preview,
}
