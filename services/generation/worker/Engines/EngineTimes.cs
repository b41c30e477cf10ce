namespace KreaPlatform.Generation.Engines;

/// <summary>Where an engine's time went.</summary>
/// <param name="Encode">Prompts and sources to context.</param>
/// <param name="Denoise">All steps.</param>
/// <param name="Decode">Latents to pixels.</param>
/// <param name="OnnxRuntime">Of all of them, inside ONNX Runtime.</param>
public readonly record struct EngineTimes(TimeSpan Encode, TimeSpan Denoise, TimeSpan Decode, TimeSpan OnnxRuntime);
