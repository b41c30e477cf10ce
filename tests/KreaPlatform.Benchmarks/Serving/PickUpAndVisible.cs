using KreaPlatform.Benchmarks.Reporting;
using KreaPlatform.Benchmarks.Statistics;

namespace KreaPlatform.Benchmarks.Serving;

/// <summary>With a free slot: from acceptance to a worker's ownership, and from the last image's storage to the watcher who is told of it. One job after another.</summary>
internal sealed class PickUpAndVisible : IMeasurement
{
    public string Name => "path-latency";

    public async Task<Section> RunAsync(Effort effort)
    {
        Series submit = new(), pickUp = new(), visible = new(), whole = new();
        await using var platform = await Platform.WithoutModelAsync(stepMilliseconds: 5);
        // Long enough for the watcher to be there before the end.
        var request = new { prompt = "a cat riding a bicycle", n = 1, steps = 10 };
        for (var run = 0; run <= effort.Of(3, 1); run++)
        {
            List<double> submits = [], pickUps = [], visibles = [], wholes = [];
            for (var i = 0; i < effort.Of(60, 10); i++)
            {
                var sent = DateTimeOffset.UtcNow;
                var id = (await platform.SubmitAsync(request)).GetProperty("id").GetString()!;
                submits.Add((DateTimeOffset.UtcNow - sent).TotalMilliseconds);
                using var stream = await platform.WatchAsync(id);
                var seen = await Platform.SawEndAsync(stream);
                var finished = Finished.Of(await platform.EndedAsync(id));
                pickUps.Add(finished.QueueMilliseconds);
                visibles.Add((seen - finished.StoredAt).TotalMilliseconds);
                wholes.Add((seen - sent).TotalMilliseconds - finished.Phases[2]);
            }
            // The first run warms up.
            if (run == 0) continue;
            submit.Add(submits);
            pickUp.Add(pickUps);
            visible.Add(visibles);
            whole.Add(wholes);
        }
        var table = new Table("what", "jobs", "median, ms", "p99, ms", "spread", "goal, p99")
            .Row(["submit to 202, idle platform", $"{submit.Count}", .. Table.Cells(submit), ""])
            .Row(["accepted to owned by a worker", $"{pickUp.Count}", .. Table.Cells(pickUp), "50"])
            .Row(["images stored to seen by a watcher", $"{visible.Count}", .. Table.Cells(visible), "50"])
            .Row(["all of a job but its engine, submit to seen", $"{whole.Count}", .. Table.Cells(whole), ""]);
        return new Section(Name, table.ToString());
    }
}
