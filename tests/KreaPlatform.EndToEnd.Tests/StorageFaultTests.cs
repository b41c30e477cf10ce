using System.Security.Cryptography;
using KreaPlatform.EndToEnd.Tests.Platform;

namespace KreaPlatform.EndToEnd.Tests;

/// <summary>A disk that is really full.</summary>
public sealed class StorageFaultTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task With_the_disk_full_a_job_is_tried_again_then_fails_with_the_reason_and_nothing_half_written_is_there()
    {
        if (SmallDisk.Missing is { } reason) Assert.Skip(reason);
        // Room for some of the eight images, of about 30 kB each.
        await using var platform = await ServingPlatform.StartAsync(_folder.File("data"),
            new Dictionary<string, string> { ["Jobs__MaxAttempts"] = "2", ["Jobs__RetryDelay"] = "00:00:00.1" }, diskSize: "100k");
        var small = await platform.Http.EndedAsync((await platform.Http.SubmitAsync(Calls.ShortRequest)).Text("id"));
        Assert.Equal("completed", small.Text("status"));

        var id = (await platform.Http.SubmitAsync(new { prompt = "a cat riding a bicycle", n = 8, steps = 4 })).Text("id");
        var failed = await platform.Http.EndedAsync(id);
        Assert.Equal("failed", failed.Text("status"));
        Assert.Equal("attempts_exhausted", failed.GetProperty("error").Text("code"));
        Assert.Contains("storage_failed", failed.GetProperty("error").Text("message"));
        Assert.Empty(failed.GetProperty("images").EnumerateArray());
        Assert.Equal(["generation.queued", "generation.started", "generation.queued", "generation.started", "generation.failed"],
            (await platform.Http.HistoryAsync(id)).Select(e => e.Type));

        // Every file on the disk is whole: its name is the hash of its bytes. None lies half-written.
        var files = SmallDisk.FilesOf(platform.Process.Id, Path.Combine(platform.Data, "blobs"));
        Assert.NotEmpty(files);
        Assert.All(files, file => Assert.Equal(Path.GetFileName(file), Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file)))));

        // What was there before is still served.
        Assert.NotEmpty(await platform.Http.GetByteArrayAsync(small.GetProperty("images")[0].Text("url")));
    }
}
