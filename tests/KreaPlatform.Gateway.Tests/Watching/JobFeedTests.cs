using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using KreaPlatform.Contracts.Live;
using KreaPlatform.Gateway.Jobs;
using KreaPlatform.Gateway.Tests.Hosting;
using KreaPlatform.Gateway.Watching;
using StackExchange.Redis;

namespace KreaPlatform.Gateway.Tests.Watching;

public sealed class JobFeedTests(RedisServer server) : IClassFixture<RedisServer>
{
    [Fact]
    public async Task A_Redis_that_never_answers_holds_up_no_transition()
    {
        // It takes connections and says nothing: calls end by their timeouts only.
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        await using var gateway = await GatewayUnderTest.StartAsync(settings:
            ("ConnectionStrings:Redis", $"{silent.LocalEndpoint},abortConnect=false,connectTimeout=400,syncTimeout=400,asyncTimeout=400"));
        for (var round = 0; round < 4; round++)
        {
            var job = await gateway.SubmitAsync();
            var seen = new List<int>();
            var watching = Task.Run(async () =>
            {
                await foreach (var item in gateway.Get<JobWatch>().WatchAsync(job.Id, 0, new CancellationTokenSource(TimeSpan.FromSeconds(30)).Token))
                    if (item.Job is not null) lock (seen) seen.Add(item.Number);
            });
            // The watcher has read the row; what moves now is for its feed to tell, whether that has looked before or not.
            while (true)
            {
                lock (seen)
                    if (seen.Count > 0) break;
                await Task.Delay(1);
            }
            Assert.True(await gateway.ClaimAsync(job.Id, 1, "w1"));
            await gateway.Bus.Publish(GatewayUnderTest.Completed(job.Id, 1, "w1"));
            await watching;
            Assert.Equal([1, 2, 3], seen);
        }
    }

    [Fact]
    public async Task What_moved_between_the_watcher_s_reading_and_the_feed_s_first_look_is_told()
    {
        await using var gateway = await GatewayUnderTest.StartAsync();
        var job = await gateway.SubmitAsync();
        Assert.True(await gateway.ClaimAsync(job.Id, 1, "w1"));
        var feeds = gateway.Get<JobFeeds>();
        await gateway.Bus.Publish(GatewayUnderTest.Completed(job.Id, 1, "w1"));
        await gateway.UntilAsync(job.Id, j => j.Status.HasEnded());
        // This feed's first look finds the end; the watcher, as if it had read the row just before, knows only of the start.
        using var live = feeds.Join(job.Id);
        var last = 0;
        await foreach (var item in live.Events.ReadAllAsync(new CancellationTokenSource(TimeSpan.FromSeconds(30)).Token))
        {
            last = item.Number;
            if (item.IsLast) break;
        }
        Assert.Equal(3, last);
    }

    [Fact]
    public async Task A_stream_that_is_cut_and_resumed_at_once_still_hears_of_steps()
    {
        if (server.Missing is { } reason) Assert.Skip(reason);
        await using var gateway = await GatewayUnderTest.StartAsync(settings: ("ConnectionStrings:Redis", server.ConnectionString));
        var job = await gateway.SubmitAsync();
        Assert.True(await gateway.ClaimAsync(job.Id, 1, "w1"));
        for (var round = 0; round < 30; round++)
        {
            using (var cut = new CancellationTokenSource())
            {
                await using var first = gateway.Get<JobWatch>().WatchAsync(job.Id, 0, cut.Token).GetAsyncEnumerator(cut.Token);
                Assert.True(await first.MoveNextAsync());
                await first.DisposeAsync();
            }
            using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
            await using var second = gateway.Get<JobWatch>().WatchAsync(job.Id, 2, limit.Token).GetAsyncEnumerator(limit.Token);
            var next = second.MoveNextAsync().AsTask();
            // Said again and again, and kept nowhere: only a feed that listens can have it.
            var update = new LiveUpdate { JobId = job.Id, Kind = LiveUpdateKind.Step, Attempt = 1, Worker = "w1", Step = round + 1, Steps = 100 };
            while (!next.IsCompleted)
            {
                await gateway.Get<IConnectionMultiplexer>().GetSubscriber().PublishAsync(
                    RedisChannel.Literal(LiveKeys.JobChannel(job.Id)), JsonSerializer.Serialize(update, JsonSerializerOptions.Web));
                await Task.WhenAny(next, Task.Delay(10));
            }
            Assert.True(await next);
            Assert.Equal(round + 1, second.Current.Live!.Step);
        }
    }
}
