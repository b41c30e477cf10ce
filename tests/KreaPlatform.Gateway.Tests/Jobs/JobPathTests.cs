using KreaPlatform.Contracts.Generation;
using KreaPlatform.Contracts.Ids;
using KreaPlatform.Gateway.Paging;
using KreaPlatform.Gateway.Jobs;
using KreaPlatform.Gateway.Tests.Hosting;
using KreaPlatform.ServiceDefaults.Outbox;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace KreaPlatform.Gateway.Tests.Jobs;

/// <summary>What holds of every job, on either database.</summary>
public abstract class JobPathTests
{
    protected abstract Task<GatewayUnderTest> StartAsync(params (string, string)[] settings);

    [Fact]
    public async Task A_job_is_dispatched_claimed_completed_and_tells_its_history()
    {
        await using var gateway = await StartAsync();
        var job = await gateway.SubmitAsync();
        var command = await gateway.Sent.UntilAsync(job.Id, 1);
        Assert.Equal("a cat", command.Spec.Prompt);
        Assert.True(await gateway.ClaimAsync(job.Id, 1, "w1"));
        Assert.Equal(JobStatus.Running, (await gateway.FindAsync(job.Id)).Status);
        await gateway.Bus.Publish(GatewayUnderTest.Completed(job.Id, 1, "w1"));
        var done = await gateway.UntilAsync(job.Id, j => j.Status.HasEnded());
        Assert.Equal(JobStatus.Completed, done.Status);
        Assert.Equal("aa", Assert.Single(done.Images).Blob);
        Assert.Equal(5, done.Receipt!.Times.Denoise);
        Assert.Equal([TransitionType.Queued, TransitionType.Started, TransitionType.Completed], await gateway.HistoryAsync(job.Id));
        Assert.Empty(await gateway.Database.ReadAsync(db => db.Outbox.ToListAsync()));
    }

    [Fact]
    public async Task Of_many_claimants_at_once_one_gets_the_attempt()
    {
        await using var gateway = await StartAsync();
        var job = await gateway.SubmitAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => gateway.ClaimAsync(job.Id, 1, $"w{i}")));
        Assert.Single(answers, granted => granted);
    }

    [Fact]
    public async Task A_result_delivered_twice_counts_once_and_one_of_a_stranger_counts_never()
    {
        await using var gateway = await StartAsync();
        var job = await gateway.SubmitAsync();
        Assert.True(await gateway.ClaimAsync(job.Id, 1, "w1"));
        await gateway.Bus.Publish(GatewayUnderTest.Completed(job.Id, 1, "w2", "stranger"));
        await gateway.Bus.Publish(GatewayUnderTest.Completed(job.Id, 2, "w1", "future"));
        var message = GatewayUnderTest.Completed(job.Id, 1, "w1");
        var id = NewId.NextGuid();
        for (var i = 0; i < 3; i++) await gateway.Bus.Publish(message, context => context.MessageId = id);
        var done = await gateway.UntilAsync(job.Id, j => j.Status.HasEnded());
        await gateway.UntilAsync(job.Id, _ => gateway.Database.ReadAsync(db => db.UnusedBlobs.CountAsync()).Result == 2);
        Assert.Equal("aa", Assert.Single(done.Images).Blob);
        Assert.Equal(3, (await gateway.HistoryAsync(job.Id)).Count);
    }

    [Fact]
    public async Task What_images_look_like_is_kept_for_services_until_the_images_go()
    {
        await using var gateway = await StartAsync();
        var job = await gateway.SubmitAsync();
        Assert.True(await gateway.ClaimAsync(job.Id, 1, "w1"));
        var vectors = new ImageVectors { Descriptor = "d1", Style = [0.6f, -0.8f], Content = [1, 0, 0], PerceptualHash = "00ff00ff00ff00ff" };
        var message = GatewayUnderTest.Completed(job.Id, 1, "w1");
        await gateway.Bus.Publish(message with { Images = [message.Images[0] with { Vectors = vectors }] });
        await gateway.UntilAsync(job.Id, j => j.Status.HasEnded());
        var kept = Assert.Single(await gateway.Database.ReadAsync(db => db.Vectors.ToListAsync())).ToVectors();
        Assert.Equal((vectors.Descriptor, vectors.PerceptualHash), (kept.Descriptor, kept.PerceptualHash));
        Assert.Equal([.. vectors.Style, .. vectors.Content], [.. kept.Style, .. kept.Content]);
        await gateway.Jobs.DeleteImagesAsync(GatewayUnderTest.Alice, job.Id, default);
        Assert.Empty(await gateway.Database.ReadAsync(db => db.Vectors.ToListAsync()));
    }

    [Fact]
    public async Task A_silent_worker_loses_its_lease_and_its_late_result_is_discarded()
    {
        await using var gateway = await StartAsync(("Jobs:Lease", "00:00:00.3"));
        var job = await gateway.SubmitAsync();
        Assert.True(await gateway.ClaimAsync(job.Id, 1, "sleeper"));
        await gateway.Sent.UntilAsync(job.Id, 2);
        Assert.True(await gateway.ClaimAsync(job.Id, 2, "awake"));
        await gateway.Bus.Publish(GatewayUnderTest.Completed(job.Id, 1, "sleeper", "late"));
        await gateway.Bus.Publish(GatewayUnderTest.Completed(job.Id, 2, "awake", "good"));
        var done = await gateway.UntilAsync(job.Id, j => j.Status.HasEnded());
        Assert.Equal("good", Assert.Single(done.Images).Blob);
    }

    [Fact]
    public async Task Attempts_that_keep_failing_end_the_job_with_the_last_reason()
    {
        await using var gateway = await StartAsync();
        var job = await gateway.SubmitAsync();
        for (var attempt = 1; attempt <= 3; attempt++)
        {
            await gateway.Sent.UntilAsync(job.Id, attempt);
            Assert.True(await gateway.ClaimAsync(job.Id, attempt, "w1"));
            await gateway.Bus.Publish(GatewayUnderTest.Failed(job.Id, attempt, "w1"));
        }
        var done = await gateway.UntilAsync(job.Id, j => j.Status.HasEnded());
        Assert.Equal((JobStatus.Failed, "attempts_exhausted"), (done.Status, done.ErrorCode));
        Assert.Contains("it broke", done.ErrorMessage);
    }

    [Fact]
    public async Task A_deadline_ends_a_job_that_waits_and_one_that_runs_and_stops_its_worker()
    {
        await using var gateway = await StartAsync();
        var short1 = GatewayUnderTest.Request() with { DeadlineSeconds = 1 };
        var waiting = await gateway.SubmitAsync(short1);
        var running = await gateway.SubmitAsync(short1);
        Assert.True(await gateway.ClaimAsync(running.Id, 1, "w1"));
        Assert.Equal("deadline_exceeded", (await gateway.UntilAsync(waiting.Id, j => j.Status == JobStatus.Failed)).ErrorCode);
        Assert.Equal("deadline_exceeded", (await gateway.UntilAsync(running.Id, j => j.Status == JobStatus.Failed)).ErrorCode);
        await gateway.UntilAsync(running.Id, _ => gateway.Sent.Cancels.Contains(running.Id));
        Assert.DoesNotContain(waiting.Id, gateway.Sent.Cancels);
    }

    [Fact]
    public async Task A_command_that_nobody_claims_is_sent_again_under_the_same_number()
    {
        await using var gateway = await StartAsync(("Jobs:ResendAfter", "00:00:00.2"));
        var job = await gateway.SubmitAsync();
        await gateway.UntilAsync(job.Id, _ => gateway.Sent.Commands.Count(c => c.JobId == job.Id) >= 3);
        Assert.All(gateway.Sent.Commands, c => Assert.Equal(1, c.Attempt));
        Assert.Equal([TransitionType.Queued], await gateway.HistoryAsync(job.Id));
    }

    [Fact]
    public async Task A_cancel_ends_a_job_once_and_only_for_its_account()
    {
        await using var gateway = await StartAsync();
        var job = await gateway.SubmitAsync();
        Assert.True(await gateway.ClaimAsync(job.Id, 1, "w1"));
        Assert.Equal(CancelOutcome.NotFound, await gateway.Jobs.CancelAsync(GatewayUnderTest.Bob, job.Id, default));
        Assert.Equal(CancelOutcome.Cancelled, await gateway.Jobs.CancelAsync(GatewayUnderTest.Alice, job.Id, default));
        Assert.Equal(CancelOutcome.AlreadyEnded, await gateway.Jobs.CancelAsync(GatewayUnderTest.Alice, job.Id, default));
        await gateway.UntilAsync(job.Id, _ => gateway.Sent.Cancels.Contains(job.Id));
        Assert.Equal([TransitionType.Queued, TransitionType.Started, TransitionType.Cancelled], await gateway.HistoryAsync(job.Id));
    }

    [Fact]
    public async Task Pages_of_a_list_neither_repeat_nor_miss_a_job_while_new_ones_arrive()
    {
        await using var gateway = await StartAsync();
        var submitted = new List<string>();
        for (var i = 0; i < 11; i++) submitted.Add((await gateway.SubmitAsync()).Id);
        await gateway.SubmitAsync(caller: GatewayUnderTest.Bob);
        var seen = new List<string>();
        PageCursor? after = null;
        do
        {
            var page = await gateway.Jobs.ListAsync(GatewayUnderTest.Alice, new JobFilter(), after, 3, default);
            seen.AddRange(page.Items.Select(j => j.Id));
            await gateway.SubmitAsync();
            after = PageCursor.TryParse(page.NextCursor, IdPrefix.Generation, out var next) ? next : null;
        }
        while (after is not null);
        submitted.Reverse();
        Assert.Equal(submitted, seen);
    }
}
