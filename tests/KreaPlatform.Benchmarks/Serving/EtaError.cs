using KreaPlatform.Benchmarks.Reporting;
using KreaPlatform.Benchmarks.Statistics;

namespace KreaPlatform.Benchmarks.Serving;

/// <summary>How far the promised end of a job is from its real one: jobs of mixed sizes, all submitted at once, so that most wait for others.</summary>
internal sealed class EtaError : IMeasurement
{
    public string Name => "path-eta";

    public async Task<Section> RunAsync(Effort effort)
    {
        await using var platform = await Platform.WithNanoAsync();
        var random = new Random(5);
        var table = new Table("where the job was in the queue", "jobs", "promised, s (median)", "error, median", "error, p99", "late by (mean)");
        List<(int Place, double Promised, double Real)> all = [];
        // The gateway learns the speed of the model from jobs of different sizes.
        for (var i = 0; i < 6; i++) await platform.EndedAsync(Id(await platform.SubmitAsync(Request(random))));
        for (var run = 0; run < effort.Of(2, 1); run++)
        {
            var asked = new List<(string Id, int Place, double Promised)>();
            for (var i = 0; i < effort.Of(14, 4); i++)
            {
                var job = await platform.SubmitAsync(Request(random));
                asked.Add((Id(job), i, job.GetProperty("eta_seconds").GetDouble()));
            }
            foreach (var (id, place, promised) in asked)
            {
                var finished = Finished.Of(await platform.EndedAsync(id));
                all.Add((place, promised, (finished.EndedAt - finished.CreatedAt).TotalSeconds));
            }
        }
        foreach (var (name, group) in new[]
        {
            ("at the front", all.Where(j => j.Place == 0)), ("second to sixth", all.Where(j => j.Place is > 0 and < 6)), ("behind them", all.Where(j => j.Place >= 6)), ("all", all),
        })
        {
            var jobs = group.ToList();
            if (jobs.Count == 0) continue;
            var errors = new Series().Add(jobs.Select(j => Math.Abs(j.Real - j.Promised) / j.Real));
            table.Row(name, $"{jobs.Count}", Table.Number(new Series().Add(jobs.Select(j => j.Promised)).Median), Table.Percent(errors.Median), Table.Percent(errors.P99),
                Table.Percent(jobs.Average(j => (j.Real - j.Promised) / j.Real)));
        }
        return new Section(Name, table.ToString());
    }

    private static object Request(Random random) => new { prompt = "a fox wearing a top hat", n = random.Next(1, 5), steps = random.Next(4, 25) };

    private static string Id(System.Text.Json.JsonElement job) => job.GetProperty("id").GetString()!;
}
