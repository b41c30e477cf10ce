using KreaPlatform.Gateway.Images;
using KreaPlatform.Gateway.Jobs;
using KreaPlatform.Gateway.Watching;

namespace KreaPlatform.Gateway.Rest;

/// <summary>Shows jobs to callers: the row, what is known of its place and progress at the moment, and links to its images.</summary>
public sealed class GenerationResources(JobQueue queue, LiveProgress progress, ImageLinks links)
{
    /// <summary>The resource of a job, with links under <paramref name="baseUrl"/>.</summary>
    public async Task<GenerationResource> OfAsync(Job job, string baseUrl, CancellationToken cancel)
    {
        var place = job.Status.HasEnded() ? null : await queue.PlaceOfAsync(job, cancel);
        var step = job.Status == JobStatus.Running ? await progress.LatestAsync(job) : null;
        return new GenerationResource
        {
            Id = job.Id,
            Status = job.Status,
            CreatedAt = job.CreatedAt,
            StartedAt = job.StartedAt,
            EndedAt = job.EndedAt,
            Request = job.Request,
            Parent = job.Parent,
            Position = job.Status == JobStatus.Running ? null : place?.Position,
            EtaSeconds = place?.EtaSeconds,
            Progress = step is null ? null : new ProgressResource(step.Step, step.Steps),
            Images = [.. job.Images.OrderBy(i => i.Index).Select(i => OfImage(i, baseUrl))],
            Receipt = job.Receipt,
            PriceMicros = job.PriceMicros,
            Currency = job.Currency.Length > 0 ? job.Currency : null,
            Rights = new RightsResource(job.AccountId),
            Error = job.ErrorCode is null ? null : new ErrorResource(job.ErrorCode, job.ErrorMessage ?? ""),
        };
    }

    private ImageResource OfImage(JobImage image, string baseUrl)
    {
        var link = image.Status == ImageStatus.Ready ? links.Create(image.JobId, image.Index) : null;
        return new ImageResource
        {
            Index = image.Index,
            Status = image.Status,
            Code = image.Code,
            Url = link is null ? null : baseUrl + link.PathAndQuery,
            UrlExpiresAt = link?.ExpiresAt,
            Width = image.Width,
            Height = image.Height,
            Seed = image.Seed,
            Prompt = image.Prompt,
        };
    }
}
