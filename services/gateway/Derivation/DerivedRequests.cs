using KreaPlatform.Contracts.Generation;
using KreaPlatform.Gateway.Jobs;
using KreaPlatform.Gateway.Submission;

namespace KreaPlatform.Gateway.Derivation;

/// <summary>From a job and one of its images to the request of another. Pure.</summary>
public static class DerivedRequests
{
    /// <summary>
    /// The same request with new seeds, starting from the image. It goes on from the image's own prompt, as it was expanded: another expansion would be
    /// another picture, not a variation of this one.
    /// </summary>
    /// <param name="job">The job whose request is taken: that of the image, or of what the image was enlarged from.</param>
    /// <param name="image">What to start from.</param>
    /// <param name="count">How many.</param>
    /// <param name="strength">How far to leave it, 0 to 1.</param>
    /// <param name="seed">Seed of the first.</param>
    public static ResolvedRequest Variation(Job job, JobImage image, int count, double strength, long seed) => new(
        job.Request with
        {
            Prompt = image.Prompt, Creativity = CreativityLevels.Raw, N = count, Seed = seed, Image = Name(image), Strength = strength, Mask = null,
        },
        new JobSources(job.Sources?.Styles ?? [], new EditSpec(image.Blob!, strength)));

    /// <summary>The image itself, enlarged: nothing is drawn, so that nothing of the request's style, noise or ratio is left to do.</summary>
    public static ResolvedRequest Upscale(Job job, JobImage image, int factor) => new(
        new GenerationRequest
        {
            Model = job.Request.Model, Prompt = image.Prompt, N = 1, Width = image.Width, Height = image.Height, Upscale = factor, Seed = image.Seed,
            Steps = job.Request.Steps, Guidance = 0, Creativity = CreativityLevels.Raw, Image = Name(image), Strength = 0, Output = job.Request.Output,
            User = job.Request.User, Metadata = job.Request.Metadata, DeadlineSeconds = job.Request.DeadlineSeconds,
        },
        new JobSources([], new EditSpec(image.Blob!, 0)));

    /// <summary>The same request with the same seeds, and what its images, styles and boards were then.</summary>
    public static ResolvedRequest Rerun(Job job) => new(job.Request, job.Sources);

    private static string Name(JobImage image) => new GenerationImage(image.JobId, image.Index).ToString();
}
