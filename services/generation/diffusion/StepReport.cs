using KreaPlatform.Diffusion.Imaging;

namespace KreaPlatform.Diffusion;

/// <summary>What an observer is told after a step. Valid only during the call.</summary>
public readonly struct StepReport
{
    private readonly Func<int, LatentSnapshot> snapshot;
    private readonly Func<LatentSnapshot, RgbImage> preview;
    private readonly float[][] latents;

    internal StepReport(int step, int steps, float[][] latents, Func<int, LatentSnapshot> snapshot, Func<LatentSnapshot, RgbImage> preview) =>
        (Step, Steps, this.latents, this.snapshot, this.preview) = (step, steps, latents, snapshot, preview);

    /// <summary>Steps done, counted from 1.</summary>
    public int Step { get; }

    /// <summary>Steps that there are.</summary>
    public int Steps { get; }

    /// <summary>Images of the generation.</summary>
    public int Images => latents.Length;

    /// <summary>A copy of where an image (from 0) stands, which outlives the call; <see cref="Krea2Pipeline.Preview"/> makes a picture of it, on any thread.</summary>
    public LatentSnapshot Snapshot(int image) => snapshot(image);

    /// <summary>A preview of an image (from 0), made here and now.</summary>
    public RgbImage Preview(int image) => preview(snapshot(image));

    /// <summary>Packed latents of an image after this step.</summary>
    internal ReadOnlySpan<float> Latents(int image) => latents[image];
}
