using KreaPlatform.Contracts;
using KreaPlatform.Contracts.Bus;
using KreaPlatform.Contracts.Generation;
using KreaPlatform.Gateway.Data;
using KreaPlatform.ServiceDefaults.Outbox;

namespace KreaPlatform.Gateway.Jobs;

/// <summary>Tells the other services how jobs end, in the transaction that ends them. Stands behind the settlement, so that the price is what was charged.</summary>
internal sealed class OutcomeEvents : IJobConsequence
{
    public Task ApplyAsync(GatewayDb db, Job job, string transition, DateTimeOffset now, CancellationToken cancel)
    {
        switch (job.Status)
        {
            case JobStatus.Completed:
                db.Publish(new GenerationCompleted
                {
                    JobId = job.Id, AccountId = job.AccountId, User = job.EndUser, Spec = job.ToSpec(), AcceptedAt = job.CreatedAt, CompletedAt = now,
                    Price = new Money(job.PriceMicros, job.Currency), Receipt = job.Receipt!,
                    Images = [.. job.Images.Where(i => i.Status == ImageStatus.Ready).OrderBy(i => i.Index).Select(i => Stored(db, i))],
                }, now);
                break;
            case JobStatus.Failed:
                db.Publish(new GenerationFailed { JobId = job.Id, AccountId = job.AccountId, User = job.EndUser, Code = job.ErrorCode!, At = now }, now);
                break;
            case JobStatus.Refused:
                db.Publish(new GenerationRefused { JobId = job.Id, AccountId = job.AccountId, User = job.EndUser, Code = job.ErrorCode!, At = now }, now);
                break;
            case JobStatus.Cancelled:
                db.Publish(new GenerationCancelled { JobId = job.Id, AccountId = job.AccountId, User = job.EndUser, At = now }, now);
                break;
        }
        return Task.CompletedTask;
    }

    // The result that completed the job has just added the vectors to the same transaction.
    private static StoredImage Stored(GatewayDb db, JobImage image) => new()
    {
        Index = image.Index, Blob = image.Blob!, Bytes = image.Bytes, Format = image.Format, Width = image.Width, Height = image.Height, Seed = image.Seed, Prompt = image.Prompt,
        Vectors = db.Vectors.Local.FirstOrDefault(v => v.JobId == image.JobId && v.Index == image.Index)?.ToVectors(),
    };
}
