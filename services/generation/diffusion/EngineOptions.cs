namespace KreaPlatform.Diffusion;

/// <summary>How the engine runs a bundle.</summary>
public sealed record EngineOptions
{
    /// <summary>Threads of one ONNX Runtime call; 0: one a core that this process may use. Slots share them.</summary>
    public int Threads { get; init; }

    /// <summary>Execution provider: <c>cpu</c>, <c>cuda</c>, <c>tensorrt</c> or <c>directml</c>. All but cpu need a build with their package (<c>-p:Accelerator=cuda</c>).</summary>
    public string Provider { get; init; } = "cpu";

    /// <summary>The provider's device, counted from 0.</summary>
    public int DeviceId { get; init; }

    /// <summary>Most rows (an evaluation of an image each) in one transformer call.</summary>
    public int MaxBatch { get; init; } = 16;

    /// <summary>Most tokens (rows times sequence) in one transformer call: the cap by memory, which grows with them. At least one row always runs.</summary>
    public int MaxBatchTokens { get; init; } = 32_768;

    /// <summary>Texts and references each whose contexts are kept.</summary>
    public int CachedContexts { get; init; } = 64;
}
