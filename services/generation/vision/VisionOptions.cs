namespace KreaPlatform.Vision;

/// <summary>How the models of this library run.</summary>
public sealed record VisionOptions
{
    /// <summary>Threads of one call; 0: one a core that this process may use.</summary>
    public int Threads { get; init; }

    /// <summary>Execution provider: <c>cpu</c>, or <c>cuda</c> in a build with its package (<c>-p:Accelerator=cuda</c>).</summary>
    public string Provider { get; init; } = "cpu";

    /// <summary>The provider's device, counted from 0.</summary>
    public int DeviceId { get; init; }
}
