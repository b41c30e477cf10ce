using KreaPlatform.Gateway.Accounts;
using KreaPlatform.Gateway.Jobs;
using KreaPlatform.Gateway.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace KreaPlatform.Gateway.Tests.Jobs;

/// <summary>What holds of an account's concurrent jobs and its backlog, on either database.</summary>
public abstract class BacklogTests
{
    protected abstract Task<GatewayUnderTest> StartAsync(params (string, string)[] settings);

    private Task<GatewayUnderTest> StartAsync(int concurrent, int backlog) =>
        StartAsync(("Plans:pro:ConcurrentJobs", $"{concurrent}"), ("Plans:pro:Backlog", $"{backlog}"));

    [Fact]
    public async Task Jobs_beyond_the_plan_wait_and_move_up_in_their_order_as_others_end()
    {
        await using var gateway = await StartAsync(2, 10);
        var payer = await gateway.PayerAsync("pro");
        var jobs = new List<Job>();
        for (var i = 0; i < 5; i++) jobs.Add(await gateway.SubmitAsync(caller: payer));
        Assert.Equal([JobStatus.Queued, JobStatus.Queued, JobStatus.Backlogged, JobStatus.Backlogged, JobStatus.Backlogged], jobs.Select(j => j.Status));

        await gateway.CompleteAsync(payer, jobs[1].Id, 1, 0);
        Assert.Equal(JobStatus.Queued, (await gateway.FindAsync(jobs[2].Id, payer)).Status);
        Assert.Equal(JobStatus.Backlogged, (await gateway.FindAsync(jobs[3].Id, payer)).Status);
        Assert.Equal([TransitionType.Backlogged, TransitionType.Queued], await gateway.HistoryAsync(jobs[2].Id));
        await gateway.Sent.UntilAsync(jobs[2].Id, 1);

        // A job that waits can be cancelled, and frees nobody's place but its own.
        await gateway.Jobs.CancelAsync(payer, jobs[3].Id, default);
        Assert.Equal(JobStatus.Backlogged, (await gateway.FindAsync(jobs[4].Id, payer)).Status);
        await gateway.Jobs.CancelAsync(payer, jobs[0].Id, default);
        Assert.Equal(JobStatus.Queued, (await gateway.FindAsync(jobs[4].Id, payer)).Status);
    }

    [Fact]
    public async Task A_full_backlog_refuses_and_nothing_is_written()
    {
        await using var gateway = await StartAsync(1, 2);
        var payer = await gateway.PayerAsync("pro");
        for (var i = 0; i < 3; i++) await gateway.SubmitAsync(caller: payer);
        var fourth = await gateway.Jobs.SubmitAsync(payer, new(GatewayUnderTest.Request(), null), null, null, default);
        Assert.Equal(new AdmissionRefusal.BacklogFull(1, 2), fourth.Refusal);
        Assert.Equal(3, await gateway.Database.ReadAsync(db => db.Jobs.CountAsync()));
    }

    [Fact]
    public async Task However_many_come_and_end_at_once_the_plan_is_never_exceeded_and_none_is_left_waiting()
    {
        await using var gateway = await StartAsync(3, 100);
        var payer = await gateway.PayerAsync("pro");
        var jobs = await Task.WhenAll(Enumerable.Range(0, 24).Select(_ => gateway.SubmitAsync(caller: payer)));
        Assert.Equal(3, jobs.Count(j => j.Status == JobStatus.Queued));
        while (true)
        {
            var open = await gateway.Database.ReadAsync(db => db.Jobs.Where(j => j.Status == JobStatus.Queued).Select(j => j.Id).ToListAsync());
            if (open.Count == 0) break;
            Assert.InRange(open.Count, 1, 3);
            await Task.WhenAll(open.Select(id => gateway.Jobs.CancelAsync(payer, id, default)));
        }
        Assert.Equal(24, await gateway.Database.ReadAsync(db => db.Jobs.CountAsync(j => j.Status == JobStatus.Cancelled)));
    }

    [Fact]
    public async Task A_thousand_jobs_of_one_account_delay_no_other_s_first()
    {
        await using var gateway = await StartAsync(2, 1000);
        var busy = await gateway.PayerAsync("pro");
        var other = await gateway.PayerAsync("pro");
        await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ => { for (var i = 0; i < 250; i++) await gateway.SubmitAsync(caller: busy); }));
        var first = await gateway.SubmitAsync(caller: other);

        Assert.Equal(JobStatus.Queued, first.Status);
        // What is in the queue before it is the busy account's share, not its thousand.
        await gateway.Sent.UntilAsync(first.Id, 1);
        Assert.Equal(2, gateway.Sent.Commands.Select(c => c.JobId).Where(id => id != first.Id).Distinct().Count());
    }

    [Fact]
    public async Task A_wider_plan_moves_the_backlog_up()
    {
        await using var gateway = await StartAsync(1, 10);
        var payer = await gateway.PayerAsync("pro");
        var jobs = new List<Job>();
        for (var i = 0; i < 3; i++) jobs.Add(await gateway.SubmitAsync(caller: payer));
        await gateway.Database.WriteAsync(db => db.Set<Account>().ExecuteUpdateAsync(set => set.SetProperty(a => a.Plan, "enterprise")));
        await gateway.Lifecycle.PromoteAsync(payer.AccountId, default);
        Assert.Equal(JobStatus.Queued, (await gateway.FindAsync(jobs[2].Id, payer)).Status);
    }

    [Fact]
    public async Task The_deadline_holds_for_a_job_that_waits_too()
    {
        await using var gateway = await StartAsync(1, 10);
        var payer = await gateway.PayerAsync("pro");
        await gateway.SubmitAsync(caller: payer);
        var waiting = await gateway.SubmitAsync(GatewayUnderTest.Request() with { DeadlineSeconds = 1 }, payer);
        Assert.Equal("deadline_exceeded", (await gateway.UntilAsync(waiting.Id, j => j.Status == JobStatus.Failed, payer)).ErrorCode);
    }
}
