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
            var generation = await api.SubmitAsync(options, host.Stopping);
            id = generation.Id;
            generation = await WatchAsync(api, id, progress, host.Stopping);
            progress.End();
            if (generation.Images.All(i => i.Url is null))
            {
                Console.Error.WriteLine($"No images: {generation.Error?.Message ?? generation.Status} ({generation.Error?.Code ?? generation.Status}).");
                return 1;
            }
            await WriteAsync(api, generation, options, host.Stopping);
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

    private static async Task WriteAsync(PublicApi api, GenerationResource generation, StandaloneOptions options, CancellationToken cancel)
    {
        var folder = Path.GetFullPath(options.Out ?? OutputFolder.Default(options.Prompt!, TimeProvider.System.GetLocalNow()));
        Directory.CreateDirectory(folder);
        var format = options.Format ?? "png";
        var pictures = new List<(byte[] Encoded, long Seed)>();
        foreach (var image in generation.Images.Where(i => i.Url is not null))
        {
            var bytes = await api.DownloadAsync(image.Url!, cancel);
            var file = Path.Combine(folder, OutputFolder.FileName(image.Index, image.Seed, format));
            await File.WriteAllBytesAsync(file, bytes, cancel);
            pictures.Add((bytes, image.Seed));
            Console.WriteLine(file);
        }
        var sheet = Path.Combine(folder, "contact-sheet.png");
        var note = $"{generation.Receipt?.Model}, {generation.Request?.Steps} steps, {generation.Images[0].Width} x {generation.Images[0].Height} px";
        await File.WriteAllBytesAsync(sheet, ContactSheet.Draw(pictures, options.Prompt!, note), cancel);
        Console.WriteLine(sheet);
        Console.Write(ReceiptText.Of(generation));
    }
}
