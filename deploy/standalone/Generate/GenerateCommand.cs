using System.Text.Json;
using KreaPlatform.Standalone.CommandLine;
using KreaPlatform.Standalone.Hosting;

namespace KreaPlatform.Standalone.Generate;

/// <summary>With a prompt: boot everything, make the images through the public API, write them, and exit.</summary>
internal static class GenerateCommand
{
    private const int Interrupted = 130;

    /// <summary>Makes the images. The exit code is 0 when there are some, 130 after Ctrl-C, else 1.</summary>
    public static async Task<int> RunAsync(StandaloneOptions options)
    {
        var progress = new ProgressLine(Console.Out, redraw: !Console.IsOutputRedirected, TimeProvider.System);
        progress.Say("starting");
        await using var host = await StandaloneHost.StartAsync(options with { Port = options.Port ?? 0 }, LogLevel.Warning);
        using var api = new PublicApi(host.Http, host.Key);
        string? id = null;
        try
        {
            progress.Say("waiting for the model");
            if (await host.WaitUntilReadyAsync(TimeSpan.FromMinutes(2)) is { } missing) throw new StandaloneException($"No model can be served: {missing}");
            var assembly = new RequestAssembly(api);
            var body = await assembly.BodyAsync(options, host.Stopping);
            var generation = await MakeAsync(api, body, made => id = made, progress, host.Stopping);
            if (generation.Images.All(i => i.Url is null))
            {
                Console.Error.WriteLine($"No images: {generation.Error?.Message ?? generation.Status} ({generation.Error?.Code ?? generation.Status}).");
                return 1;
            }
            // The same seeds without what sets the style show what it does.
            var plain = !options.HasSources ? null : await MakeAsync(api, body.WithoutSources(generation.Request!.Seed), made => id = made, progress, host.Stopping);
            await new Results(api, assembly, options).WriteAsync(generation, plain, host.Stopping);
            return 0;
        }
        catch (OperationCanceledException) when (host.Stopping.IsCancellationRequested)
        {
            progress.End();
            if (id is not null) await api.CancelAsync(id, CancellationToken.None);
            Console.Error.WriteLine("Interrupted.");
            return Interrupted;
        }
        catch (StandaloneException)
        {
            progress.End();
            throw;
        }
    }

    private static async Task<GenerationResource> MakeAsync(PublicApi api, GenerationBody body, Action<string> accepted, ProgressLine progress, CancellationToken cancel)
    {
        var generation = await api.SubmitAsync(body, cancel);
        accepted(generation.Id);
        generation = await WatchAsync(api, generation.Id, progress, cancel);
        progress.End();
        return generation;
    }

    // A stream may be cut: it is taken up again behind the last event, until the generation has ended.
    private static async Task<GenerationResource> WatchAsync(PublicApi api, string id, ProgressLine progress, CancellationToken cancel)
    {
        string? lastId = null;
        while (true)
        {
            try
            {
                await foreach (var item in api.EventsAsync(id, lastId, cancel))
                {
                    if (!string.IsNullOrEmpty(item.EventId)) lastId = item.EventId;
                    Show(item.EventType, item.Data, progress);
                }
            }
            catch (Exception e) when (e is HttpRequestException or IOException)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(500), cancel);
            }
            var generation = await api.FindAsync(id, cancel);
            if (generation.HasEnded) return generation;
        }
    }

    private static void Show(string type, string data, ProgressLine progress)
    {
        if (type == "generation.queued") progress.Say("queued");
        else if (type == "generation.started") progress.Say("started");
        else if (type == "generation.step")
        {
            using var document = JsonDocument.Parse(data);
            progress.Step(document.RootElement.GetProperty("step").GetInt32(), document.RootElement.GetProperty("steps").GetInt32());
        }
    }
}
