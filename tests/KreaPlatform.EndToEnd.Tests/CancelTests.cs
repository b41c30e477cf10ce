using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using KreaPlatform.Contracts.Live;
using KreaPlatform.EndToEnd.Tests.Platform;
using StackExchange.Redis;

namespace KreaPlatform.EndToEnd.Tests;

/// <summary>A cancelled job ends at once, and the worker goes on with the next.</summary>
public sealed class CancelTests(ServingPlatform platform) : IClassFixture<ServingPlatform>
{
    private HttpClient Http => platform.Http;

    [Fact]
    public async Task Cancelled_during_denoising_no_step_follows_and_the_worker_is_free()
    {
        var (_, port, password) = platform.Garnet();
        using var redis = await ConnectionMultiplexer.ConnectAsync($"127.0.0.1:{port},password={password}");
        var id = (await Http.SubmitAsync(Calls.LongRequest)).Text("id");
        var steps = new ConcurrentQueue<int>();
        await redis.GetSubscriber().SubscribeAsync(RedisChannel.Literal(LiveKeys.JobChannel(id)), (_, message) =>
        {
            var update = JsonSerializer.Deserialize<LiveUpdate>((string)message!, JsonSerializerOptions.Web)!;
            if (update.Kind == LiveUpdateKind.Step) steps.Enqueue(update.Step);
        });
        await Http.FirstStepAsync(id);
        // The stream may have begun with a step from before the subscription.
        for (var i = 0; i < 1000 && steps.IsEmpty; i++) await Task.Delay(10);

        var cancelled = await Http.CancelAsync(id);
        var last = steps.Max();
        Assert.Equal("cancelled", cancelled.Text("status"));
        var next = await Http.EndedAsync((await Http.SubmitAsync(Calls.ShortRequest)).Text("id"));

        Assert.Equal("completed", next.Text("status"));
        // The step that ran when the cancel came is finished, and one may have been reported in that moment.
        Assert.InRange(steps.Max(), last, last + 2);
        Assert.True(steps.Max() < 80);
        var history = await Http.HistoryAsync(id);
        Assert.Equal("generation.cancelled", history[^1].Type);
        Assert.Equal(1, Calls.EndingsIn(history));
        Assert.Empty((await Http.FindAsync(id)).GetProperty("images").EnumerateArray());
    }

    [Fact]
    public async Task Cancelled_in_the_queue_it_never_starts()
    {
        var front = (await Http.SubmitAsync(Calls.LongRequest)).Text("id");
        await Http.FirstStepAsync(front);
        var queued = (await Http.SubmitAsync(Calls.ShortRequest)).Text("id");

        Assert.Equal("cancelled", (await Http.CancelAsync(queued)).Text("status"));
        await Http.CancelAsync(front);
        await Http.EndedAsync((await Http.SubmitAsync(Calls.ShortRequest)).Text("id"));

        var history = await Http.HistoryAsync(queued);
        Assert.Equal(["generation.queued", "generation.cancelled"], history.Select(e => e.Type));
        Assert.Equal(JsonValueKind.Null, (await Http.FindAsync(queued)).GetProperty("started_at").ValueKind);
    }

    [Fact]
    public async Task What_has_ended_cannot_be_cancelled()
    {
        var id = (await Http.SubmitAsync(Calls.ShortRequest)).Text("id");
        await Http.EndedAsync(id);
        using var answer = await Http.PostAsync($"v1/generations/{id}/cancel", null);
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Equal("completed", (await Http.FindAsync(id)).Text("status"));
    }
}
