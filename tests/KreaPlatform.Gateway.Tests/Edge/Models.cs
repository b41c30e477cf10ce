using KreaPlatform.Contracts.Generation;

namespace KreaPlatform.Gateway.Tests.Edge;

/// <summary>Models as a worker would report them.</summary>
internal static class Models
{
    public static ModelDescription Nano { get; } = new()
    {
        Id = "krea-2-nano", Family = "krea-2", Bundle = "sha", Available = true, DefaultSteps = 20, DefaultGuidance = 2.5,
        NativeSide = 128, MinSide = 80, MaxSide = 128,
        AspectRatios = new Dictionary<string, int[]> { ["1:1"] = [128, 128], ["4:3"] = [128, 96], ["9:16"] = [80, 128] },
        References = "context", MaxReferences = 10, Editing = true,
        SpecialTokens = ["<|im_end|>", "<|endoftext|>"],
    };

    public static ModelDescription Broken { get; } = Nano with { Id = "krea-2-raw", Available = false, Reason = "vae_decoder.onnx is missing" };

    /// <summary>Draws what a prompt says, and nothing else.</summary>
    public static ModelDescription Plain { get; } = Nano with { Id = "krea-2-plain", References = null, MaxReferences = 0, Editing = false };
}
