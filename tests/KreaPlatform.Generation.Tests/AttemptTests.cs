using KreaPlatform.Contracts.Bus;
using KreaPlatform.Contracts.Generation;
using KreaPlatform.Generation.Attempts;
using KreaPlatform.Generation.Engines;
using KreaPlatform.ServiceDefaults.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace KreaPlatform.Generation.Tests;

public sealed class AttemptTests
{
    private static Action<IServiceCollection> Engine(Action<GenerationSpec, CancellationToken> fault) =>
        services => services.AddSingleton<IImageEngine>(new FaultyEngine(fault));

    [Fact]
    public async Task A_claimed_attempt_is_made_stored_and_told_with_its_receipt()
    {
        await using var worker = await WorkerUnderTest.StartAsync();
        await worker.SendAsync(WorkerUnderTest.Command("gen_a", count: 3));
        var result = await worker.ResultAsync<AttemptCompleted>("gen_a");
        Assert.Equal([5L, 6L, 7L], result.Images.Select(i => i.Seed));
        Assert.Equal(3, result.Images.Select(i => i.Blob).Distinct().Count());
        foreach (var image in result.Images)
        {
            await using var stream = await worker.Get<IBlobStore>().OpenAsync(image.Blob);
            Assert.Equal(image.Bytes, stream!.Length);
        }
        Assert.Equal(worker.Gateway.Reports.Last().Models.Single().Bundle, result.Receipt.Bundle);
    }

    [Fact]
    public async Task An_attempt_that_another_worker_has_is_dropped_and_the_next_one_is_made()
    {
        await using var worker = await WorkerUnderTest.StartAsync();
        worker.Gateway.Grant = claim => claim.JobId != "gen_taken";
        await worker.SendAsync(WorkerUnderTest.Command("gen_taken"));
        await worker.SendAsync(WorkerUnderTest.Command("gen_mine"));
        await worker.ResultAsync<AttemptCompleted>("gen_mine");
        Assert.Null(worker.Gateway.ResultOf("gen_taken"));
    }

    [Fact]
    public async Task A_cancel_is_seen_before_the_next_step_and_frees_the_worker()
    {
        await using var worker = await WorkerUnderTest.StartAsync(settings: [("Worker:NoopStepMilliseconds", "20"), ("Worker:Slots", "1")]);
        await worker.SendAsync(WorkerUnderTest.Command("gen_long", steps: 100_000));
        await WorkerUnderTest.UntilAsync(() => worker.Get<RunningAttempts>().Count == 1);
        await worker.Bus.Publish(new CancelGeneration { JobId = "gen_long" });
        await worker.SendAsync(WorkerUnderTest.Command("gen_next"));
        await worker.ResultAsync<AttemptCompleted>("gen_next");
        Assert.Null(worker.Gateway.ResultOf("gen_long"));
    }

    [Fact]
    public async Task A_lost_lease_stops_the_attempt_and_nothing_is_told()
    {
        await using var worker = await WorkerUnderTest.StartAsync(settings: ("Worker:NoopStepMilliseconds", "20"));
        worker.Gateway.Lease = TimeSpan.FromMilliseconds(150);
        worker.Gateway.Keep = beat => worker.Gateway.Heartbeats.Count < 3;
        await worker.SendAsync(WorkerUnderTest.Command("gen_a", steps: 100_000));
        await WorkerUnderTest.UntilAsync(() => worker.Gateway.Heartbeats.Count >= 3 && worker.Get<RunningAttempts>().Count == 0);
        Assert.Null(worker.Gateway.ResultOf("gen_a"));
    }

    [Fact]
    public async Task A_poison_job_becomes_a_failed_attempt_and_does_not_stall_the_next()
    {
        await using var worker = await WorkerUnderTest.StartAsync(configure: Engine((spec, _) =>
        {
            if (spec.Steps == 13) throw new InvalidOperationException("secret detail");
        }));
        await worker.SendAsync(WorkerUnderTest.Command("gen_poison", steps: 13));
        await worker.SendAsync(WorkerUnderTest.Command("gen_good"));
        var failed = await worker.ResultAsync<AttemptFailed>("gen_poison");
        Assert.Equal((FailureCode.EngineFailed, true), (failed.Code, failed.Transient));
        Assert.DoesNotContain("secret", failed.Message);
        await worker.ResultAsync<AttemptCompleted>("gen_good");
    }

    [Fact]
    public async Task A_request_that_the_model_cannot_make_is_not_tried_again()
    {
        await using var worker = await WorkerUnderTest.StartAsync(configure: Engine((_, _) => throw new ArgumentException("width 3 is not a multiple of 16")));
        await worker.SendAsync(WorkerUnderTest.Command("gen_a"));
        var failed = await worker.ResultAsync<AttemptFailed>("gen_a");
        Assert.Equal((FailureCode.InvalidRequest, false), (failed.Code, failed.Transient));
        Assert.Contains("width 3", failed.Message);
    }

    [Fact]
    public async Task An_engine_that_hangs_is_given_up_with_a_reason()
    {
        using var release = new ManualResetEventSlim();
        await using var worker = await WorkerUnderTest.StartAsync(configure: Engine((_, _) => release.Wait()), settings: ("Worker:StallSeconds", "0.3"));
        await worker.SendAsync(WorkerUnderTest.Command("gen_a"));
        var failed = await worker.ResultAsync<AttemptFailed>("gen_a");
        Assert.Equal((FailureCode.EngineFailed, true), (failed.Code, failed.Transient));
        Assert.Contains("no step", failed.Message);
        release.Set();
    }

    [Fact]
    public async Task A_disk_that_fills_up_fails_the_attempt_for_now_and_tells_what_was_stored_in_vain()
    {
        await using var worker = await WorkerUnderTest.StartAsync(configure: services => services.AddSingleton<IBlobStore, FullDisk>());
        await worker.SendAsync(WorkerUnderTest.Command("gen_a", count: 4));
        var failed = await worker.ResultAsync<AttemptFailed>("gen_a");
        Assert.Equal((FailureCode.StorageFailed, true), (failed.Code, failed.Transient));
        Assert.Equal(["blob1", "blob2"], failed.Stored);
    }

    [Fact]
    public async Task A_worker_that_stops_gives_back_what_it_cannot_finish()
    {
        await using var worker = await WorkerUnderTest.StartAsync(settings: [("Worker:NoopStepMilliseconds", "20"), ("Worker:DrainSeconds", "0.2")]);
        await worker.SendAsync(WorkerUnderTest.Command("gen_a", steps: 100_000));
        await WorkerUnderTest.UntilAsync(() => worker.Get<RunningAttempts>().Count == 1);
        await worker.StopAsync();
        var failed = Assert.IsType<AttemptFailed>(worker.Gateway.ResultOf("gen_a"));
        Assert.True(failed.GivenBack);
    }

    [Fact]
    public async Task A_worker_that_stops_leaves_what_waits_in_its_queue_alone()
    {
        await using var worker = await WorkerUnderTest.StartAsync(settings: [("Worker:NoopStepMilliseconds", "20"), ("Worker:DrainSeconds", "0.1"), ("Worker:Slots", "1")]);
        for (var i = 0; i < 30; i++) await worker.SendAsync(WorkerUnderTest.Command($"gen_{i}", steps: 100_000));
        await WorkerUnderTest.UntilAsync(() => worker.Get<RunningAttempts>().Count == 1);
        await worker.StopAsync().WaitAsync(TimeSpan.FromSeconds(25));
        Assert.Single(worker.Gateway.Claims);
    }

    [Fact]
    public async Task A_worker_that_stops_finishes_what_it_can()
    {
        await using var worker = await WorkerUnderTest.StartAsync(settings: ("Worker:NoopStepMilliseconds", "20"));
        await worker.SendAsync(WorkerUnderTest.Command("gen_a", steps: 15));
        await WorkerUnderTest.UntilAsync(() => worker.Get<RunningAttempts>().Count == 1);
        await worker.StopAsync();
        Assert.IsType<AttemptCompleted>(worker.Gateway.ResultOf("gen_a"));
    }

    /// <summary>Has room for two blobs.</summary>
    private sealed class FullDisk : IBlobStore
    {
        private int _stored;

        public Task<BlobInfo> PutAsync(ReadOnlyMemory<byte> content, CancellationToken cancel = default) =>
            ++_stored <= 2 ? Task.FromResult(new BlobInfo($"blob{_stored}", content.Length)) : throw new IOException("No space left on device");

        public Task<Stream?> OpenAsync(string address, CancellationToken cancel = default) => Task.FromResult<Stream?>(null);
        public Task<bool> DeleteAsync(string address, CancellationToken cancel = default) => Task.FromResult(false);
    }
}
