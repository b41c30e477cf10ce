using System.Diagnostics;
using KreaPlatform.EndToEnd.Tests.Platform;

namespace KreaPlatform.EndToEnd.Tests;

/// <summary>A job that was accepted ends, once, whatever dies on the way.</summary>
public sealed class NothingIsLostTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Killed_while_denoising_and_started_again_every_job_ends_exactly_once()
    {
        // 1. One job finished, one in the middle of denoising, two in the queue.
        var ids = new List<string>();
        int garnet;
        string url;
        await using (var first = await ServingPlatform.StartAsync(_folder.File("data")))
        {
            var done = (await first.Http.SubmitAsync(Calls.ShortRequest)).Text("id");
            url = new Uri((await first.Http.EndedAsync(done)).GetProperty("images")[0].Text("url")).PathAndQuery;
            ids.Add(done);
            foreach (var request in new[] { Calls.LongRequest, Calls.ShortRequest, new { prompt = "a house", n = 3, steps = 5 } })
                ids.Add((await first.Http.SubmitAsync(request)).Text("id"));
            await first.Http.FirstStepAsync(ids[1]);

            // 2. SIGKILL. Its Garnet stays behind.
            garnet = first.Garnet().Pid;
            await first.Process.KillAsync();
            Assert.True(IsAlive(garnet));
        }

        // 3. Everything ends, once, with its images; what was finished stays as it was.
        await using var second = await ServingPlatform.StartAsync(_folder.File("data"));
        Assert.False(IsAlive(garnet));
        foreach (var id in ids)
        {
            var generation = await second.Http.EndedAsync(id);
            Assert.Equal("completed", generation.Text("status"));
            Assert.Equal(1, Calls.EndingsIn(await second.Http.HistoryAsync(id)));
            foreach (var image in generation.GetProperty("images").EnumerateArray()) Assert.NotEmpty(await second.Http.GetByteArrayAsync(image.Text("url")));
        }
        Assert.NotEmpty(await second.Http.GetByteArrayAsync(url));
    }

    [Fact]
    public async Task Told_to_stop_it_finishes_what_runs_and_takes_its_Garnet_along()
    {
        string id;
        int garnet;
        await using (var first = await ServingPlatform.StartAsync(_folder.File("data")))
        {
            id = (await first.Http.SubmitAsync(new { prompt = "a boat", n = 4, steps = 40 })).Text("id");
            await first.Http.FirstStepAsync(id);
            garnet = first.Garnet().Pid;
            first.Process.SendTerminate();
            Assert.Equal(0, await first.Process.ExitAsync(Patience));
            Assert.Contains("Drained", first.Process.Output);
        }
        Assert.False(IsAlive(garnet));

        await using var second = await ServingPlatform.StartAsync(_folder.File("data"));
        Assert.Equal("completed", (await second.Http.EndedAsync(id)).Text("status"));
        Assert.Equal(["generation.queued", "generation.started", "generation.completed"], (await second.Http.HistoryAsync(id)).Select(e => e.Type));
    }

    [Fact]
    public async Task Without_Redis_jobs_still_complete_and_it_comes_back()
    {
        await using var platform = await ServingPlatform.StartAsync(_folder.File("data"));
        var id = (await platform.Http.SubmitAsync(Calls.LongRequest)).Text("id");
        await platform.Http.FirstStepAsync(id);
        var garnet = platform.Garnet().Pid;
        using (var process = Process.GetProcessById(garnet)) process.Kill();

        Assert.Equal("completed", (await platform.Http.EndedAsync(id)).Text("status"));
        Assert.NotEqual(garnet, platform.Garnet().Pid);
        Assert.True(IsAlive(platform.Garnet().Pid));
    }

    private static bool IsAlive(int pid)
    {
        try
        {
            using var process = Process.GetProcessById(pid);
            return !process.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
