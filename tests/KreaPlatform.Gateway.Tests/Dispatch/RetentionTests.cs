using KreaPlatform.Contracts.Bus;
using KreaPlatform.Contracts.Generation;
using KreaPlatform.Gateway.Dispatch;
using KreaPlatform.Gateway.Jobs;
using KreaPlatform.Gateway.Tests.Hosting;
using KreaPlatform.ServiceDefaults.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace KreaPlatform.Gateway.Tests.Dispatch;

/// <summary>What is removed, when, and what is kept; on a real disk.</summary>
public sealed class RetentionTests
{
    private readonly ShiftedClock _clock = new();

    private Task<GatewayUnderTest> StartAsync(string retention = "15.00:00:00") =>
        GatewayUnderTest.StartAsync(configure: services => services.AddSingleton<TimeProvider>(_clock), settings: ("Jobs:Retention", retention));

    [Fact]
    public async Task After_the_retention_time_images_go_and_the_accounting_stays()
    {
        await using var gateway = await StartAsync();
        var (shared, own) = (await PutAsync(gateway, 1), await PutAsync(gateway, 2));
        var old = await CompleteAsync(gateway, shared, own);
        _clock.Shift += TimeSpan.FromDays(10);
        var young = await CompleteAsync(gateway, shared);

        // The old job's time is over: what only it had is gone, what the young one has too is still there.
        _clock.Shift += TimeSpan.FromDays(6);
        await SweepAsync(gateway);
        var swept = await gateway.FindAsync(old.Id);
        Assert.Equal(JobStatus.Completed, swept.Status);
        Assert.NotNull(swept.Receipt);
        Assert.Equal([(0, ImageStatus.Deleted, (string?)null), (1, ImageStatus.Deleted, null)], swept.Images.Select(i => (i.Index, i.Status, i.Blob)));
        Assert.Equal(3, swept.Images[0].Bytes);
        Assert.Null(await OpenAsync(gateway, own));
        Assert.NotNull(await OpenAsync(gateway, shared));
        Assert.Equal(ImageStatus.Ready, (await gateway.FindAsync(young.Id)).Images.Single().Status);

        _clock.Shift += TimeSpan.FromDays(10);
        await SweepAsync(gateway);
        Assert.Null(await OpenAsync(gateway, shared));
    }

    [Fact]
    public async Task A_running_job_is_never_too_old()
    {
        await using var gateway = await StartAsync("00:00:00.001");
        var job = await gateway.SubmitAsync(GatewayUnderTest.Request() with { DeadlineSeconds = 3000 });
        Assert.True(await gateway.ClaimAsync(job.Id, 1, "w1"));
        await SweepAsync(gateway);
        Assert.Equal(JobStatus.Running, (await gateway.FindAsync(job.Id)).Status);
    }

    [Fact]
    public async Task Bytes_of_a_result_that_came_too_late_are_removed_after_a_grace_unless_a_job_has_them_by_then()
    {
        await using var gateway = await StartAsync();
        var (lost, needed) = (await PutAsync(gateway, 3), await PutAsync(gateway, 4));
        var job = await gateway.SubmitAsync();
        Assert.True(await gateway.ClaimAsync(job.Id, 1, "w1"));
        foreach (var blob in new[] { lost, needed }) await gateway.Bus.Publish(Completed(job.Id, "stranger", blob));
        await gateway.UntilAsync(job.Id, _ => gateway.Database.ReadAsync(db => db.UnusedBlobs.CountAsync()).Result == 2);
        await gateway.Bus.Publish(Completed(job.Id, "w1", needed));
        await gateway.UntilAsync(job.Id, j => j.Status.HasEnded());

        await SweepAsync(gateway);
        Assert.NotNull(await OpenAsync(gateway, lost));
        _clock.Shift += TimeSpan.FromHours(2);
        await SweepAsync(gateway);
        Assert.Null(await OpenAsync(gateway, lost));
        Assert.NotNull(await OpenAsync(gateway, needed));
    }

    [Fact]
    public async Task What_a_failed_attempt_had_stored_is_removed_after_the_grace()
    {
        await using var gateway = await StartAsync();
        var half = await PutAsync(gateway, 5);
        var job = await gateway.SubmitAsync();
        Assert.True(await gateway.ClaimAsync(job.Id, 1, "w1"));
        await gateway.Bus.Publish(GatewayUnderTest.Failed(job.Id, 1, "w1", transient: false) with { Stored = [half] });
        await gateway.UntilAsync(job.Id, j => j.Status == JobStatus.Failed);
        await SweepAsync(gateway);
        Assert.NotNull(await OpenAsync(gateway, half));
        _clock.Shift += TimeSpan.FromHours(2);
        await SweepAsync(gateway);
        Assert.Null(await OpenAsync(gateway, half));
    }

    private static async Task<string> PutAsync(GatewayUnderTest gateway, byte content) => (await gateway.Get<IBlobStore>().PutAsync(new[] { content, content, content })).Address;

    private static async Task<Stream?> OpenAsync(GatewayUnderTest gateway, string address)
    {
        var stream = await gateway.Get<IBlobStore>().OpenAsync(address);
        stream?.Dispose();
        return stream;
    }

    private static async Task<Job> CompleteAsync(GatewayUnderTest gateway, params string[] blobs)
    {
        var job = await gateway.SubmitAsync();
        Assert.True(await gateway.ClaimAsync(job.Id, 1, "w1"));
        await gateway.Bus.Publish(Completed(job.Id, "w1", blobs));
        return await gateway.UntilAsync(job.Id, j => j.Status == JobStatus.Completed);
    }

    private static AttemptCompleted Completed(string job, string worker, params string[] blobs) => GatewayUnderTest.Completed(job, 1, worker) with
    {
        Images = [.. blobs.Select((blob, i) => new StoredImage
        {
            Index = i, Blob = blob, Bytes = 3, Format = OutputFormat.Png, Width = 128, Height = 128, Seed = i, Prompt = "a cat",
        })],
    };

    private static Task SweepAsync(GatewayUnderTest gateway) =>
        gateway.Get<IEnumerable<IHostedService>>().OfType<RetentionSweeper>().Single().RunOnceAsync(default);
}
