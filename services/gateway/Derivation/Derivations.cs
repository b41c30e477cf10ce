using KreaPlatform.Gateway.Idempotency;
using KreaPlatform.Gateway.Jobs;
using KreaPlatform.Gateway.Keys;
using KreaPlatform.Gateway.Requests;
using KreaPlatform.Gateway.Submission;
using KreaPlatform.ServiceDefaults.Storage;

namespace KreaPlatform.Gateway.Derivation;

/// <summary>
/// Jobs made from earlier ones, whichever protocol asks: 1. what is asked is judged, 2. the earlier job and its image are found, 3. the model must
/// still be there, 4. the images that the new job needs must still be stored, 5. the job is submitted.
/// </summary>
public sealed class Derivations(JobService jobs, GenerationSubmission submission, RequestContexts contexts, IBlobStore blobs)
{
    /// <summary>How many variations are made when the caller does not say.</summary>
    public const int DefaultVariations = 4;
    /// <summary>By how much an image is enlarged when the caller does not say.</summary>
    public const int DefaultFactor = 4;

    /// <summary>New images that start from one of a generation's.</summary>
    public async Task<SubmissionResult> VaryAsync(Caller caller, string id, int index, VariationDraft draft, ErrorList errors, IdempotencyClaim? claim, CancellationToken cancel)
    {
        // 1.
        var count = NumberRules.Integer(draft.N, "/n", 1, RequestLimits.Images, errors) ?? DefaultVariations;
        var strength = NumberRules.Number(draft.Strength, "/strength", 0, 1, errors) ?? RequestLimits.DefaultStrength;
        if (!errors.IsEmpty) return new SubmissionResult.Invalid(errors.Items);

        var (job, image, missing) = await FindAsync(caller, id, index, cancel);
        if (missing is not null) return missing;
        var context = contexts.For(caller);
        if (context.FindModel(job!.Model) is { Available: true, Editing: false })
            return new SubmissionResult.NoImage($"Model '{job.Model}' can't start from an image, so it makes no variations.");
        var drawn = await DrawnAsync(caller, job, cancel);
        return await SubmitAsync(caller, context, job, DerivedRequests.Variation(drawn, image!, (int)count, strength, context.NewSeed()),
            new JobParent(id, JobRelation.Variation, index), claim, cancel);
    }

    /// <summary>One of a generation's images, enlarged.</summary>
    public async Task<SubmissionResult> UpscaleAsync(Caller caller, string id, int index, UpscaleDraft draft, ErrorList errors, IdempotencyClaim? claim, CancellationToken cancel)
    {
        // 1.
        var factor = draft.Factor ?? DefaultFactor;
        if (factor < 2 || !RequestLimits.Upscales.Contains((int)Math.Min(factor, int.MaxValue)))
            errors.Add("/factor", Problems.FieldErrorCode.UnknownValue, $"must be one of {string.Join(", ", RequestLimits.Upscales.Where(f => f > 1))}");
        if (!errors.IsEmpty) return new SubmissionResult.Invalid(errors.Items);

        var (job, image, missing) = await FindAsync(caller, id, index, cancel);
        if (missing is not null) return missing;
        if (image!.Width * factor * image.Height * factor > RequestLimits.DeliveredPixels)
        {
            errors.Add("/factor", Problems.FieldErrorCode.OutOfRange,
                $"would give {image.Width * factor} x {image.Height * factor} pixels; at most {RequestLimits.DeliveredPixels:N0} are delivered");
            return new SubmissionResult.Invalid(errors.Items);
        }
        return await SubmitAsync(caller, contexts.For(caller), job!, DerivedRequests.Upscale(job!, image, (int)factor),
            new JobParent(id, JobRelation.Upscale, index), claim, cancel);
    }

    /// <summary>A generation once more: the same request, seeds and sources, so that the same images come out.</summary>
    public async Task<SubmissionResult> RerunAsync(Caller caller, string id, ErrorList errors, IdempotencyClaim? claim, CancellationToken cancel)
    {
        // 1.
        if (!errors.IsEmpty) return new SubmissionResult.Invalid(errors.Items);
        // 2.
        if (await jobs.FindAsync(caller, id, cancel) is not { } job) return NoGeneration();
        return await SubmitAsync(caller, contexts.For(caller), job, DerivedRequests.Rerun(job), new JobParent(id, JobRelation.Rerun), claim, cancel);
    }

    // 2.
    private async Task<(Job? Job, JobImage? Image, SubmissionResult? Missing)> FindAsync(Caller caller, string id, int index, CancellationToken cancel)
    {
        if (await jobs.FindAsync(caller, id, cancel) is not { } job) return (null, null, NoGeneration());
        var image = job.Images.Find(i => i.Index == index);
        SubmissionResult? missing = image switch
        {
            null when index >= job.Request.N => new SubmissionResult.NotFound($"The generation has no image {index}: it was asked for {job.Request.N}, from 0."),
            null => new SubmissionResult.NoImage(job.Status.HasEnded() ? "The generation ended without that image." : "The generation has not ended yet."),
            { Status: ImageStatus.Refused } => new SubmissionResult.NoImage("The filter refused that image."),
            { Blob: null } => new SubmissionResult.Gone("The image has been deleted."),
            _ => null,
        };
        return (job, image, missing);
    }

    /// <summary>The job whose request drew the picture: an enlargement draws nothing and knows neither style nor size to draw at.</summary>
    private async Task<Job> DrawnAsync(Caller caller, Job job, CancellationToken cancel)
    {
        while (job.Parent is { Relation: JobRelation.Upscale } parent && await jobs.FindAsync(caller, parent.Id, cancel) is { } earlier) job = earlier;
        return job;
    }

    private async Task<SubmissionResult> SubmitAsync(Caller caller, RequestContext context, Job from, ResolvedRequest resolved, JobParent parent,
        IdempotencyClaim? claim, CancellationToken cancel)
    {
        if (await jobs.FindEarlierAsync(caller, claim, cancel) is { } earlier) return new SubmissionResult.Accepted(earlier);

        // 3.
        if (context.Retired(from.Model) is { } retired) return new SubmissionResult.Retired(retired);
        if (context.FindModel(from.Model) is not { Available: true } model)
            return new SubmissionResult.Unavailable($"Model '{from.Model}' is not available: {context.FindModel(from.Model)?.Reason ?? "no worker serves it at the moment"}.");

        // 4.
        foreach (var address in resolved.Sources?.Blobs() ?? [])
        {
            await using var bytes = await blobs.OpenAsync(address, cancel);
            if (bytes is null) return new SubmissionResult.Gone("An image that it would be made from has been deleted.");
        }

        // 5.
        var longest = (int)caller.MaxDeadline.TotalSeconds;
        var request = resolved.Request with { Model = model.Id, DeadlineSeconds = Math.Min(resolved.Request.DeadlineSeconds, longest) };
        return await submission.SubmitAsync(caller, resolved with { Request = request }, parent, claim, cancel);
    }

    private static SubmissionResult.NotFound NoGeneration() => new("There is no generation of that id in your account.");
}
