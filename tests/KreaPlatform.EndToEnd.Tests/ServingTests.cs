using System.Diagnostics;
using System.Text.Json;
using Grpc.Core;
using Grpc.Net.Client;
using KreaPlatform.Contracts.Grpc.V1;
using KreaPlatform.EndToEnd.Tests.Platform;

namespace KreaPlatform.EndToEnd.Tests;

/// <summary>The host that serves: its greeting, its data folder, its ports.</summary>
public sealed class ServingTests(ServingPlatform platform) : IClassFixture<ServingPlatform>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task The_curl_line_works_when_pasted()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/curl"), "curl is not installed");
        var line = platform.Process.Output.Split('\n').Single(l => l.StartsWith("curl "));
        using var curl = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", line]) { RedirectStandardOutput = true })!;
        var generation = JsonDocument.Parse(await curl.StandardOutput.ReadToEndAsync()).RootElement;
        Assert.Equal("completed", generation.Text("status"));
        Assert.Equal(2, generation.GetProperty("images").GetArrayLength());
    }

    [Fact]
    public async Task Front_ends_watch_over_gRPC()
    {
        using var channel = GrpcChannel.ForAddress(platform.Grpc);
        var client = new GenerationService.GenerationServiceClient(channel);
        var key = new Metadata { { "authorization", "Bearer " + ServingPlatform.Key } };
        var job = await client.SubmitAsync(new SubmitRequest { Prompt = "a bird", Steps = 3 }, key);
        var types = new List<string>();
        using var watch = client.Watch(new WatchRequest { Id = job.Id }, key);
        await foreach (var item in watch.ResponseStream.ReadAllAsync()) types.Add(item.Type);
        Assert.Equal("generation.queued", types[0]);
        Assert.Equal("generation.completed", types[^1]);
    }

    [Fact]
    public async Task A_data_folder_in_use_is_not_shared()
    {
        using var other = StandaloneProcess.Start(Path.GetTempPath(), ["--port", "0", "--data", platform.Data]);
        Assert.Equal(1, await other.ExitAsync(Patience));
        Assert.Contains("in use by another process", other.Errors);
    }

    [Fact]
    public async Task A_taken_port_is_named_with_the_way_out()
    {
        using var folder = new TemporaryFolder();
        using var other = StandaloneProcess.Start(folder.Path, ["--port", $"{platform.Http.BaseAddress!.Port}", "--grpc-port", "0", "--data", folder.File("data")]);
        Assert.Equal(1, await other.ExitAsync(Patience));
        Assert.Contains("--port", other.Errors);
        Assert.DoesNotContain("   at ", other.Errors);
        Assert.False(File.Exists(folder.File("data", "garnet.json")));
    }

    [Fact]
    public async Task The_key_is_made_once_and_kept_for_its_owner_alone()
    {
        using var folder = new TemporaryFolder();
        var keys = new List<string>();
        for (var i = 0; i < 2; i++)
        {
            using var process = StandaloneProcess.Start(folder.Path, ["--port", "0", "--data", folder.File("data")]);
            await process.SawAsync("curl -s", Patience);
            keys.Add(process.Output.Split('\n').Single(l => l.StartsWith("  key")).Split(' ')[^1]);
        }
        Assert.Equal(keys[0], keys[1]);
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(folder.File("data", "key")));
    }
}
