namespace KreaPlatform.Diffusion;

/// <summary>Where the time of a generation went.</summary>
/// <param name="Encode">Tokens, text contexts, references, source image.</param>
/// <param name="Denoise">All steps, with what the observer does in them.</param>
/// <param name="Decode">Latents to pixels.</param>
/// <param name="OnnxRuntime">The part of all three that was spent inside ONNX Runtime.</param>
public sealed record PhaseTimes(TimeSpan Encode, TimeSpan Denoise, TimeSpan Decode, TimeSpan OnnxRuntime)
{
    /// <summary>The whole generation.</summary>
    public TimeSpan Total => Encode + Denoise + Decode;
}
