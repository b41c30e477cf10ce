using KreaPlatform.Gateway.Jobs;
using KreaPlatform.Gateway.Rest;
using KreaPlatform.ServiceDefaults.Storage;

namespace KreaPlatform.Gateway.Compatible.OpenAi;

/// <summary>Shows ended jobs as OpenAI's clients expect them.</summary>
internal sealed class OpenAiAnswers(GenerationResources resources, PublicUrls urls, IBlobStore blobs)
{
    /// <summary>The answer about a job that was waited for: its images, or why there are none, marked so that no client asks again by itself.</summary>
    public async Task<IResult> OfAsync(HttpContext context, Job job, OpenAiCall call)
    {
        var cancel = context.RequestAborted;
        if (job.Status == JobStatus.Completed) return Results.Json(await ImagesAsync(context, job, call, cancel), PublicJson.Options);
        context.Response.Headers[OpenAiError.ShouldRetry] = "false";
        var (status, error) = Why(job);
        return error.Answer(status);
    }

    /// <summary>The images of a completed job that can be had.</summary>
    public async Task<OpenAiImages> ImagesAsync(HttpContext context, Job job, OpenAiCall call, CancellationToken cancel)
    {
        var links = call.Url ? (await resources.OfAsync(job, urls.Of(context.Request), cancel)).Images.ToDictionary(i => i.Index, i => i.Url) : null;
        var data = new List<OpenAiImage>(job.Images.Count);
        foreach (var image in Ready(job))
            data.Add(new OpenAiImage
            {
                Bytes = links is null ? await BytesAsync(image, cancel) : null,
                Url = links?[image.Index],
                RevisedPrompt = image.Prompt,
            });
        return new OpenAiImages
        {
            Created = job.CreatedAt.ToUnixTimeSeconds(), Data = data, OutputFormat = job.Request.Output.Format, Size = SizeOf(job), Quality = call.Quality,
            Usage = OpenAiUsage.Of(job, call.Inputs),
        };
    }

    /// <summary>The images that can be had, in their order.</summary>
    public static IEnumerable<JobImage> Ready(Job job) => job.Images.Where(i => i.Status == ImageStatus.Ready).OrderBy(i => i.Index);

    /// <summary>The size of a job's images.</summary>
    public static string SizeOf(Job job) => ImageSize.Format(job.Request.OutputWidth, job.Request.OutputHeight);

    /// <summary>The file of an image.</summary>
    /// <exception cref="IOException">The store has lost it.</exception>
    public async Task<byte[]> BytesAsync(JobImage image, CancellationToken cancel)
    {
        await using var stored = await blobs.OpenAsync(image.Blob!, cancel) ?? throw new IOException($"The bytes of {image.JobId}/{image.Index} are gone.");
        using var copy = new MemoryStream((int)image.Bytes);
        await stored.CopyToAsync(copy, cancel);
        return copy.ToArray();
    }

    /// <summary>Status and error of a job that has no images (yet).</summary>
    public static (int Status, OpenAiError Error) Why(Job job) => job.Status switch
    {
        JobStatus.Refused => (400, OpenAiError.Refused(job.ErrorMessage ?? "Every image was refused by the safety filter.")),
        JobStatus.Cancelled => (400, new OpenAiError("The generation was cancelled.", "invalid_request_error", null, "cancelled")),
        JobStatus.Failed when job.ErrorCode == Contracts.Generation.FailureCode.DeadlineExceeded => (504, OpenAiError.Ended(job.ErrorCode, job.ErrorMessage ?? "")),
        JobStatus.Failed => (500, OpenAiError.Ended(job.ErrorCode ?? "failed", job.ErrorMessage ?? "")),
        _ => (503, OpenAiError.Ended("still_running", $"The server stops; the generation goes on, and its images will be at /v1/generations/{job.Id}.")),
    };
}
