using System.Globalization;
using System.Net;
using System.Net.ServerSentEvents;
using System.Text.Json;
using KreaPlatform.EndToEnd.Tests.Platform;

namespace KreaPlatform.EndToEnd.Tests;

/// <summary>Watching over a network that breaks, with the model that ships.</summary>
public sealed class ResumedStreamTests(ServingPlatform platform) : IClassFixture<ServingPlatform>
{
    [Fact]
    public async Task Cut_ten_times_at_random_during_a_generation_no_transition_is_missed_and_none_comes_twice()
    {
        const int Cuts = 10;
        var random = new Random(3);
        var id = (await platform.Http.SubmitAsync(Calls.LongRequest)).Text("id");
        var transitions = new List<(string Type, int Number)>();
        var steps = new List<int>();
        int cuts = 0, previews = 0, last = 0;
        for (var ended = false; !ended;)
        {
            // While cuts are left, a connection lives for a few events and then breaks in the middle of whatever comes next.
            var left = cuts < Cuts ? random.Next(1, 9) : int.MaxValue;
            using var request = new HttpRequestMessage(HttpMethod.Get, $"v1/generations/{id}/events");
            if (last > 0) request.Headers.Add("Last-Event-ID", last.ToString(CultureInfo.InvariantCulture));
            using var answer = await platform.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            await foreach (var item in SseParser.Create(await answer.Content.ReadAsStreamAsync()).EnumerateAsync())
            {
                last = int.Parse(item.EventId!, CultureInfo.InvariantCulture);
                var data = JsonDocument.Parse(item.Data).RootElement;
                if (item.EventType == "generation.step") steps.Add(data.GetProperty("step").GetInt32());
                else if (item.EventType == "generation.preview")
                {
                    previews++;
                    Assert.StartsWith("data:image/webp;base64,", data.Text("preview"));
                }
                else if (item.EventType != "generation.position") transitions.Add((item.EventType, last));
                ended = item.EventType == "generation.completed";
                if (ended || --left == 0) break;
            }
            if (!ended) cuts++;
        }
        Assert.Equal(Cuts, cuts);
        Assert.Equal([("generation.queued", 1), ("generation.started", 2), ("generation.completed", 3)], transitions);
        // Steps tell progress: some are missed while nobody listens, a resumed stream begins with the latest, and time never runs back.
        Assert.Equal(steps.Order(), steps);
        Assert.True(steps.Distinct().Count() > Cuts);
        Assert.True(previews > 0);
    }
}
