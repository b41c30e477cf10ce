using FsCheck.Xunit;
using KreaPlatform.Gateway.Webhooks.Delivery;

namespace KreaPlatform.Gateway.Tests.Webhooks;

public sealed class RetryScheduleTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 31, 12, 0, 0, TimeSpan.Zero);
    private static readonly RetrySchedule Standard = new(RetrySchedule.Standard, 0.1);

    [Fact]
    public void The_standard_schedule_has_eight_attempts_within_28_hours()
    {
        string[] waits = ["00:00:00", "00:00:05", "00:05:00", "00:30:00", "02:00:00", "05:00:00", "10:00:00", "10:00:00"];
        Assert.Equal(waits, RetrySchedule.Standard.Select(w => w.ToString()));
        Assert.Null(Standard.WaitAfter(8, 0));
    }

    [Property]
    public void Jitter_only_lengthens_and_never_by_more_than_its_part(byte made, ushort draw)
    {
        var random = draw / 65536.0;
        var wait = Standard.WaitAfter(made, random);
        Assert.Equal(made < 8, wait is not null);
        if (wait is not null) Assert.InRange(wait.Value, RetrySchedule.Standard[made], RetrySchedule.Standard[made] * 1.1);
    }

    [Property]
    public void A_round_of_failures_ends_after_eight_attempts_and_each_comes_later(byte[] draws)
    {
        var (made, at) = (0, Now);
        while (true)
        {
            var random = draws is { Length: > 0 } ? draws[made % draws.Length] / 256.0 : 0;
            var decision = DeliveryDecision.After(AttemptOutcome.Failed, ++made, TimeSpan.Zero, at, Standard, random);
            if (decision.Status != DeliveryStatus.Pending) break;
            Assert.True(decision.DueAt > at);
            at = decision.DueAt!.Value;
        }
        Assert.Equal(8, made);
        Assert.InRange(at - Now, TimeSpan.FromHours(27), TimeSpan.FromHours(31));
    }

    [Property]
    public void The_next_attempt_is_never_before_the_pause_that_the_receiver_asked_for(byte made, ushort seconds)
    {
        var pause = TimeSpan.FromSeconds(seconds);
        var decision = DeliveryDecision.After(AttemptOutcome.Throttled, made, pause, Now, Standard, 0);
        if (decision.Status == DeliveryStatus.Pending) Assert.True(decision.DueAt >= Now + pause);
        else Assert.Equal(DeliveryStatus.Failed, decision.Status);
    }

    [Theory]
    [InlineData(200, null, AttemptOutcome.Delivered)]
    [InlineData(299, null, AttemptOutcome.Delivered)]
    [InlineData(301, null, AttemptOutcome.Failed)]
    [InlineData(308, null, AttemptOutcome.Failed)]
    [InlineData(400, null, AttemptOutcome.Failed)]
    [InlineData(410, null, AttemptOutcome.Gone)]
    [InlineData(429, null, AttemptOutcome.Failed)]
    [InlineData(429, 7, AttemptOutcome.Throttled)]
    [InlineData(503, 7, AttemptOutcome.Throttled)]
    [InlineData(500, 7, AttemptOutcome.Failed)]
    [InlineData(500, null, AttemptOutcome.Failed)]
    public void Answers_mean_what_Standard_Webhooks_says(int status, int? retryAfter, AttemptOutcome expected)
    {
        var (outcome, error) = AnswerRules.Judge(status, retryAfter is { } seconds ? TimeSpan.FromSeconds(seconds) : null);
        Assert.Equal(expected, outcome);
        Assert.Equal(expected == AttemptOutcome.Delivered, error is null);
    }

    [Fact]
    public void Gone_and_delivered_end_a_delivery()
    {
        Assert.Equal(new DeliveryDecision(DeliveryStatus.Failed, null), DeliveryDecision.After(AttemptOutcome.Gone, 1, TimeSpan.Zero, Now, Standard, 0));
        Assert.Equal(new DeliveryDecision(DeliveryStatus.Delivered, null), DeliveryDecision.After(AttemptOutcome.Delivered, 8, TimeSpan.Zero, Now, Standard, 0));
    }
}
