using KreaPlatform.Gateway.Jobs;
using KreaPlatform.Gateway.Tests.Hosting;
using KreaPlatform.Gateway.Watching;

namespace KreaPlatform.Gateway.Tests.Watching;

public sealed class JobWatchTests
{
    [Fact]
    public async Task A_stream_cut_at_random_and_resumed_sees_every_transition_once_and_in_order()
    {
        await using var gateway = await GatewayUnderTest.StartAsync(settings: [("Jobs:MaxAttempts", "8"), ("Jobs:RetryDelay", "00:00:00.01")]);
        var job = await gateway.SubmitAsync();
        var random = new Random(7);
        var seen = new List<(int Number, string Type)>();
        var watching = Task.Run(async () =>
        {
            while (seen.Count == 0 || !seen[^1].Type.EndsWith("completed", StringComparison.Ordinal))
            {
                using var cut = new CancellationTokenSource(random.Next(1, 60));
                try
                {
                    await foreach (var item in gateway.Get<JobWatch>().WatchAsync(job.Id, seen.Count == 0 ? 0 : seen[^1].Number, cut.Token))
                        if (item.Job is not null) seen.Add((item.Number, item.Type));
                }
                catch (OperationCanceledException)
                {
                    // Cut; resumed after the last that was seen.
                }
            }
        });
        for (var attempt = 1; attempt <= 6; attempt++)
        {
            await gateway.Sent.UntilAsync(job.Id, attempt);
            Assert.True(await gateway.ClaimAsync(job.Id, attempt, "w1"));
            if (attempt < 6) await gateway.Bus.Publish(GatewayUnderTest.Failed(job.Id, attempt, "w1"));
        }
        await gateway.Bus.Publish(GatewayUnderTest.Completed(job.Id, 6, "w1"));
        await watching.WaitAsync(TimeSpan.FromSeconds(60));
        Assert.Equal(Enumerable.Range(1, seen.Count), seen.Select(s => s.Number));
        Assert.Equal(await gateway.HistoryAsync(job.Id), seen.Select(s => s.Type));
    }

    [Fact]
    public async Task A_watcher_that_comes_at_any_moment_of_a_short_job_sees_its_end()
    {
        await using var gateway = await GatewayUnderTest.StartAsync();
        for (var round = 0; round < 60; round++)
        {
            var job = await gateway.SubmitAsync();
            Assert.True(await gateway.ClaimAsync(job.Id, 1, "w1"));
            await gateway.Bus.Publish(GatewayUnderTest.Completed(job.Id, 1, "w1"));
            // Spread over the moments before, at and after the end.
            await Task.Delay(round % 12);
            var seen = new List<int>();
            await foreach (var item in gateway.Get<JobWatch>().WatchAsync(job.Id, 0, new CancellationTokenSource(TimeSpan.FromSeconds(30)).Token)) seen.Add(item.Number);
            Assert.Equal([1, 2, 3], seen);
        }
    }

    [Fact]
    public async Task Many_watchers_of_one_job_all_see_its_end()
    {
        await using var gateway = await GatewayUnderTest.StartAsync();
        var job = await gateway.SubmitAsync();
        var watchers = Enumerable.Range(0, 1000).Select(_ => gateway.Get<JobWatch>().WaitForEndAsync(GatewayUnderTest.Alice, job.Id, TimeSpan.FromSeconds(60), default)).ToList();
        Assert.True(await gateway.ClaimAsync(job.Id, 1, "w1"));
        await gateway.Bus.Publish(GatewayUnderTest.Completed(job.Id, 1, "w1"));
        Assert.All(await Task.WhenAll(watchers), done => Assert.Equal(JobStatus.Completed, done!.Status));
    }

    [Fact]
    public async Task A_wait_that_is_over_first_gives_the_job_as_it_is()
    {
        await using var gateway = await GatewayUnderTest.StartAsync();
        var job = await gateway.SubmitAsync();
        var found = await gateway.Get<JobWatch>().WaitForEndAsync(GatewayUnderTest.Alice, job.Id, TimeSpan.FromMilliseconds(100), default);
        Assert.Equal(JobStatus.Queued, found!.Status);
        Assert.Null(await gateway.Get<JobWatch>().WaitForEndAsync(GatewayUnderTest.Bob, job.Id, TimeSpan.FromSeconds(5), default));
    }
}
