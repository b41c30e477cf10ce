using KreaPlatform.Diffusion.Bundles;
using KreaPlatform.Diffusion.Inference;
using KreaPlatform.Diffusion.Styles;

namespace KreaPlatform.Diffusion.Sampling;

/// <summary>
/// The flow from noise to latents. Every step:
/// <list type="number">
/// <item>stops if the generation was cancelled;</item>
/// <item>noises the text context, early in the schedule and if diversity is asked for;</item>
/// <item>evaluates all conditions of all images, batched;</item>
/// <item>combines them: guidance, then the sources' displacements, which are measured;</item>
/// <item>moves the latents, and holds what a mask protects;</item>
/// <item>tells the observer.</item>
/// </list>
/// </summary>
internal sealed class Denoiser : IDisposable
{
    private readonly DenoiseJob job;
    private readonly EvaluationBatch batch;
    private readonly RunClock clock;
    private readonly PromptLayout prompt;
    private readonly float[][] velocities, displacements;
    private readonly int[] sourceIndices;
    private readonly InfluenceMeter[] meters;
    private float[] noise = [], noisy = [];

    public Denoiser(DenoiseJob job, Transformer transformer, PromptLayout prompt, EngineOptions options, RunClock clock)
    {
        (this.job, this.prompt, this.clock) = (job, prompt, clock);
        batch = new EvaluationBatch(job, transformer, prompt.Layers * prompt.Width, options);
        velocities = Buffers(job.Images);
        displacements = Buffers(job.Sources.Length);
        sourceIndices = [.. job.Sources.Select(source => source.Index)];
        meters = [.. Enumerable.Range(0, job.Images).Select(_ => new InfluenceMeter(job.SourceCount))];
    }

    /// <summary>What the sources did, one meter an image.</summary>
    public IReadOnlyList<InfluenceMeter> Meters => meters;

    /// <summary>Runs all steps on the job's latents.</summary>
    public void Run(Action<int>? stepped, CancellationToken cancel)
    {
        for (int step = 0; step < job.Steps; step++)
        {
            // 1. Cancelled?
            cancel.ThrowIfCancellationRequested();
            // 2. Context noise.
            NoiseContexts(step);
            // 3. Evaluations.
            batch.Run(job.Sigmas[step], clock);
            float delta = job.Sigmas[step + 1] - job.Sigmas[step];
            for (int image = 0; image < job.Images; image++)
            {
                // 4. One velocity.
                Combine(image, delta);
                // 5. Latents.
                VelocityRule.Advance(job.Latents[image], velocities[image], delta);
                job.Hold?.Apply(job.Latents[image], job.Noise[image], job.Sigmas[step + 1]);
            }
            // 6. Observer.
            stepped?.Invoke(step + 1);
        }
    }

    /// <summary>What an image's latents would be if the flow went straight on from where it is after <paramref name="step"/> steps: x - sigma v.</summary>
    public float[] CleanEstimate(int image, int step)
    {
        float[] estimate = [.. job.Latents[image]];
        VelocityRule.Advance(estimate, velocities[image], -job.Sigmas[step]);
        return estimate;
    }

    public void Dispose() => batch.Dispose();

    private void Combine(int image, float delta)
    {
        var velocity = velocities[image].AsSpan();
        var text = batch.Text(image);
        if (job.Guided)
            VelocityRule.Guide(text, batch.Unconditional(image), job.Guidance, velocity);
        else
            text.CopyTo(velocity);
        if (job.Sources.Length == 0)
            return;
        meters[image].AddGuided(velocity, delta);
        for (int source = 0; source < job.Sources.Length; source++)
            VelocityRule.Displace(batch.WithSource(image, source), text, job.Sources[source].Influence, displacements[source]);
        meters[image].AddSources(sourceIndices, displacements, delta);
        foreach (float[] displacement in displacements)
            VelocityRule.Advance(velocity, displacement, 1);
    }

    private void NoiseContexts(int step)
    {
        if (job.Diversity <= 0)
            return;
        double share = ContextNoise.Share(step, job.Steps, job.Diversity), before = step == 0 ? 0 : ContextNoise.Share(step - 1, job.Steps, job.Diversity);
        if (share <= 0 && before <= 0)
            return;
        for (int image = 0; image < job.Images; image++)
            batch.SetText(image, share > 0 ? Noisy(image, share) : job.Texts[image].Values);
    }

    private ReadOnlySpan<float> Noisy(int image, double share)
    {
        float[] context = job.Texts[image].Values;
        if (noise.Length < context.Length)
            (noise, noisy) = (new float[context.Length], new float[context.Length]);
        GaussianNoise.Fill(job.Seeds[image], GaussianNoise.ContextStream, noise.AsSpan(0, context.Length));
        ContextNoise.Apply(context, noise, share, prompt.Layers, prompt.Width, noisy);
        return noisy.AsSpan(0, context.Length);
    }

    private float[][] Buffers(int count) => [.. Enumerable.Range(0, count).Select(_ => new float[job.Grid.Length])];
}
