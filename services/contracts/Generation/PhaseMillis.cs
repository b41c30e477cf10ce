using System.Text.Json.Serialization;

namespace KreaPlatform.Contracts.Generation;

/// <summary>Where the time of an attempt went, in milliseconds.</summary>
public sealed record PhaseMillis
{
    /// <summary>From acceptance to the claim of the attempt that finished.</summary>
    public double Queue { get; init; }
    /// <summary>Loading the model, 0 when it was warm.</summary>
    public double Load { get; init; }
    /// <summary>Prompts and sources to context: pictures read, prompts expanded, all of them encoded.</summary>
    public double Encode { get; init; }
    /// <summary>All denoising steps.</summary>
    public double Denoise { get; init; }
    /// <summary>Latents to pixels.</summary>
    public double Decode { get; init; }
    /// <summary>Pixels to stored files: enlarged, cropped, judged, described, encoded, written.</summary>
    public double Post { get; init; }
    /// <summary>Of encode, denoise and decode, the time inside ONNX Runtime.</summary>
    public double OnnxRuntime { get; init; }

    /// <summary>From claim to result: all but the queue.</summary>
    [JsonIgnore]
    public TimeSpan Busy => TimeSpan.FromMilliseconds(Load + Encode + Denoise + Decode + Post);
}
