using System.Diagnostics;
using System.Net;
using System.Net.ServerSentEvents;
using System.Text.Json;
using KreaPlatform.Gateway.Jobs;

namespace KreaPlatform.Gateway.Tests.Edge;

public sealed class EventsHttpTests(EdgeUnderTest edge) : IClassFixture<EdgeUnderTest>
{
    [Fact]
    public async Task A_watcher_sees_every_transition_with_its_number_and_then_the_end()
    {
        var id = await edge.SubmitAsync();
        var request = new HttpRequestMessage(HttpMethod.Get, $"/v1/generations/{id}/events");
        using var response = await edge.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("text/event-stream", response.Content.Headers.ContentType!.ToString());
        Assert.True(response.Headers.CacheControl!.NoStore);
        Assert.Equal("no", response.Headers.GetValues("X-Accel-Buffering").Single());
        await edge.CompleteAsync(id);
        var text = await response.Content.ReadAsStringAsync();
        Assert.StartsWith("retry: ", text);
        var events = Parse(text).Where(e => e.Event is "generation.queued" or "generation.started" or "generation.completed").ToArray();
        Assert.Equal(["generation.queued", "generation.started", "generation.completed"], events.Select(e => e.Event));
        Assert.Equal(["1", "2", "3"], events.Select(e => e.Id));
        Assert.Equal("completed", events[^1].Data.GetProperty("status").GetString());
        Assert.StartsWith(edge.Http.ToString(), events[^1].Data.GetProperty("images")[0].GetProperty("url").GetString());
    }

    [Theory]
    [InlineData("Last-Event-ID", "1")]
    [InlineData("after", "1")]
    public async Task A_stream_goes_on_where_it_was_cut(string how, string number)
    {
        var id = await edge.SubmitAsync();
        await edge.CompleteAsync(id);
        var request = new HttpRequestMessage(HttpMethod.Get, $"/v1/generations/{id}/events{(how == "after" ? $"?after={number}" : "")}");
        if (how != "after") request.Headers.Add(how, number);
        using var response = await edge.Client.SendAsync(request);
        Assert.Equal(["2", "3"], Parse(await response.Content.ReadAsStringAsync()).Select(e => e.Id));
    }

    [Fact]
    public async Task A_watcher_who_has_seen_all_is_told_not_to_come_back()
    {
        var id = await edge.SubmitAsync();
        await edge.CompleteAsync(id);
        using var response = await edge.Client.GetAsync($"/v1/generations/{id}/events?after=3");
        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
    }

    [Theory]
    [InlineData("x")]
    [InlineData("-1")]
    [InlineData("1.5")]
    [InlineData("99")]
    [InlineData("99999999999999999999")]
    public async Task A_number_that_was_never_given_out_is_a_problem(string number)
    {
        var id = await edge.SubmitAsync();
        var request = new HttpRequestMessage(HttpMethod.Get, $"/v1/generations/{id}/events");
        request.Headers.Add("Last-Event-ID", number);
        using var response = await edge.Client.SendAsync(request);
        var problem = await SubmitHttpTests.ProblemAsync(response, HttpStatusCode.BadRequest, "/problems/invalid-parameter");
        Assert.Equal("Last-Event-ID", problem.GetProperty("errors")[0].GetProperty("parameter").GetString());
    }

    [Fact]
    public async Task Silence_is_broken_by_comments()
    {
        var id = await edge.SubmitAsync();
        using var response = await edge.Client.SendAsync(new HttpRequestMessage(HttpMethod.Get, $"/v1/generations/{id}/events"),
            HttpCompletionOption.ResponseHeadersRead);
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync());
        var comments = 0;
        while (comments < 2)
            if ((await reader.ReadLineAsync())!.StartsWith(':')) comments++;
        await edge.CompleteAsync(id);
        Assert.Contains("event: generation.completed", await reader.ReadToEndAsync());
    }

    [Fact]
    public async Task A_stream_cut_again_and_again_at_random_misses_no_transition()
    {
        const int Rounds = 8;
        var id = await edge.SubmitAsync();
        var random = new Random(11);
        var seen = new List<(string Id, string Event)>();
        var cuts = 0;
        var watching = Task.Run(async () =>
        {
            while (seen.Count == 0 || seen[^1].Event != "generation.completed")
            {
                // Cut after a random time, wherever in the stream that is, and resumed like a browser does.
                using var cut = new CancellationTokenSource(cuts < 10 ? random.Next(5, 120) : 60_000);
                var request = new HttpRequestMessage(HttpMethod.Get, $"/v1/generations/{id}/events");
                if (seen.Count > 0) request.Headers.Add("Last-Event-ID", seen[^1].Id);
                try
                {
                    using var response = await edge.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cut.Token);
                    var stream = SseParser.Create(await response.Content.ReadAsStreamAsync(cut.Token));
                    await foreach (var item in stream.EnumerateAsync(cut.Token))
                        if (item.EventType is "generation.queued" or "generation.started" or "generation.completed") seen.Add((item.EventId!, item.EventType));
                }
                catch (Exception e) when (e is OperationCanceledException or HttpRequestException or IOException)
                {
                    cuts++;
                }
            }
        });
        // A worker that gives its attempts back makes many transitions; the last one is kept until ten cuts were made.
        for (var round = 1; round <= Rounds || Volatile.Read(ref cuts) < 10; round++)
        {
            await edge.Get<JobLifecycle>().ApplyAsync(id, new JobSignal.Claim(round, "wkr_1"), default);
            await Task.Delay(random.Next(1, 60));
            await edge.Get<JobLifecycle>().ApplyAsync(id, new JobSignal.GiveBack(round, "wkr_1"), default);
        }
        var last = (await edge.Jobs.FindAsync(EdgeUnderTest.Alice, id, default))!.Attempt;
        await edge.Get<JobLifecycle>().ApplyAsync(id, new JobSignal.Claim(last, "wkr_1"), default);
        await edge.Get<JobLifecycle>().ApplyAsync(id, new JobSignal.Complete(last, "wkr_1"), default);
        await watching.WaitAsync(TimeSpan.FromSeconds(60));

        Assert.InRange(cuts, 10, int.MaxValue);
        Assert.Equal(Enumerable.Range(1, seen.Count).Select(n => $"{n}"), seen.Select(s => s.Id));
        Assert.Equal((await edge.Jobs.FindAsync(EdgeUnderTest.Alice, id, default))!.TransitionCount, seen.Count);
    }

    [Fact]
    public async Task A_thousand_watchers_of_one_generation_see_its_end_and_take_no_threads()
    {
        const int Watchers = 1000;
        var id = await edge.SubmitAsync();
        var before = Process.GetCurrentProcess().Threads.Count;
        var opened = await Task.WhenAll(Enumerable.Range(0, Watchers).Select(_ =>
            edge.Client.GetAsync($"/v1/generations/{id}/events", HttpCompletionOption.ResponseHeadersRead)));
        // Each has been told something, and waits for the rest.
        var readers = opened.Select(r => new StreamReader(r.Content.ReadAsStream())).ToList();
        foreach (var reader in readers)
            while (!(await reader.ReadLineAsync())!.StartsWith("event: generation.queued", StringComparison.Ordinal)) { }
        Assert.InRange(Process.GetCurrentProcess().Threads.Count - before, int.MinValue, 64);
        await edge.CompleteAsync(id);
        var ends = await Task.WhenAll(readers.Select(r => r.ReadToEndAsync()));
        Assert.All(ends, end => Assert.Contains("event: generation.completed", end));
        foreach (var response in opened) response.Dispose();
    }

    internal sealed record ServerEvent(string Event, string Id, JsonElement Data);

    private static List<ServerEvent> Parse(string stream)
    {
        var events = new List<ServerEvent>();
        foreach (var block in stream.Split("\n\n"))
        {
            var fields = block.Split('\n').Where(l => !l.StartsWith(':') && l.Contains(": ")).Select(l => l.Split(": ", 2)).ToDictionary(p => p[0], p => p[1]);
            if (fields.TryGetValue("event", out var name)) events.Add(new(name, fields["id"], JsonDocument.Parse(fields["data"]).RootElement));
        }
        return events;
    }
}
