using KreaPlatform.Gateway.Data;
using KreaPlatform.Gateway.Jobs;
using KreaPlatform.Gateway.Plans;

namespace KreaPlatform.Gateway.Billing;

/// <summary>Sets a job's price aside when it is accepted, and settles it when it ends, in the transactions of those moves.</summary>
public sealed class Reservations(PriceList prices) : IJobConsequence
{
    /// <summary>Whether accepting the job moves money or free images.</summary>
    public bool Concern(Job job) => prices.UnitMicros(job.Request) > 0;

    /// <summary>
    /// Writes its price on the job and sets it aside: 1. today's free images, 2. the balance. The wallet is locked by the caller.
    /// </summary>
    /// <returns>Null, or that the balance does not cover it; then nothing was changed.</returns>
    public async Task<AdmissionRefusal?> ReserveAsync(GatewayDb db, Wallet wallet, Job job, Plan plan, CancellationToken cancel)
    {
        var unit = prices.UnitMicros(job.Request);

        // 1.
        var day = plan.DailyFreeImages > 0 ? await DayAsync(db, job.AccountId, DayOf(job.CreatedAt), cancel) : null;
        var left = Math.Max(0, plan.DailyFreeImages - (day?.Used ?? 0));
        var bill = new Bill(job.Request.N, unit, Math.Min(left, job.Request.N));

        // 2.
        var missing = plan.CreditMicros is { } credit ? bill.ReservedMicros - wallet.AvailableMicros - credit : 0;
        if (bill.ReservedMicros > 0 && missing > 0)
            return new AdmissionRefusal.Unpaid(new PaymentNeeded(bill.ReservedMicros, wallet.AvailableMicros, missing, prices.Currency, left));
        (job.UnitPriceMicros, job.FreeImages, job.PriceMicros, job.Currency) = (unit, bill.FreeImages, bill.ReservedMicros, prices.Currency);
        if (bill.FreeImages > 0) day!.Used += bill.FreeImages;
        if (bill.ReservedMicros > 0) db.Book(wallet, EntryKind.Reservation, bill.ReservedMicros, prices.Currency, job.CreatedAt, job.Id);
        return null;
    }

    /// <inheritdoc/>
    public async Task ApplyAsync(GatewayDb db, Job job, string transition, DateTimeOffset now, CancellationToken cancel)
    {
        if (!job.Status.HasEnded()) return;
        job.DeliveredImages = job.Status == JobStatus.Completed ? job.Images.Count(i => i.Status == ImageStatus.Ready) : 0;
        if (job.UnitPriceMicros == 0) return;
        var bill = new Bill(job.Request.N, job.UnitPriceMicros, job.FreeImages);
        var wallet = await db.LockWalletAsync(job.AccountId, cancel);
        job.PriceMicros = bill.ChargeFor(job.DeliveredImages);
        if (bill.ReservedMicros > 0) db.Book(wallet, EntryKind.Release, bill.ReservedMicros, job.Currency, now, job.Id);
        if (job.PriceMicros > 0) db.Book(wallet, EntryKind.Charge, job.PriceMicros, job.Currency, now, job.Id);
        if (bill.FreeImagesLeftOver(job.DeliveredImages) is > 0 and var leftOver)
            (await DayAsync(db, job.AccountId, DayOf(job.CreatedAt), cancel)).Used -= leftOver;
    }

    /// <summary>The UTC day of a time.</summary>
    public static DateOnly DayOf(DateTimeOffset time) => DateOnly.FromDateTime(time.UtcDateTime);

    private static async Task<FreeImageDay> DayAsync(GatewayDb db, string accountId, DateOnly day, CancellationToken cancel)
    {
        if (await db.Set<FreeImageDay>().FindAsync([accountId, day], cancel) is { } known) return known;
        var made = new FreeImageDay { AccountId = accountId, Day = day };
        db.Add(made);
        return made;
    }
}
