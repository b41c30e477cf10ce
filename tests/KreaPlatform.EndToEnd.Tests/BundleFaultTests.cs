using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using KreaPlatform.EndToEnd.Tests.Platform;

namespace KreaPlatform.EndToEnd.Tests;

/// <summary>Bundles that are broken, half there, put in and taken away, as callers of the API see them.</summary>
public sealed class BundleFaultTests : IDisposable
{
    private static readonly string Golden = Path.Combine(Checkout.Root, "tests", "golden", "golden-turbo", "bundle");
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_broken_bundle_is_listed_with_its_reason_while_others_are_served_and_new_ones_come_and_go()
    {
        var models = Directory.CreateDirectory(_folder.File("models")).FullName;
        Copy(models, "good", await File.ReadAllBytesAsync(Path.Combine(Golden, "vae_decoder.onnx")));
        Copy(models, "broken", [1, 2, 3]);
        await using var platform = await ServingPlatform.StartAsync(_folder.File("data"),
            new Dictionary<string, string> { ["Worker__BundlesFolder"] = models, ["Worker__ScanSeconds"] = "0.2" });

        // 1. Told with the file, what was expected and what was found; a request for it is refused with that and nothing is enqueued.
        var broken = await ModelAsync(platform, "broken", m => !m.GetProperty("available").GetBoolean());
        Assert.Matches("^vae_decoder.onnx: expected SHA-256 [0-9a-f]{64}, found [0-9a-f]{64}$", broken.Text("reason"));
        using (var refused = await platform.Http.PostAsJsonAsync("v1/generations", Request("broken")))
        {
            Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
            Assert.Contains("vae_decoder.onnx", await refused.Content.ReadAsStringAsync());
        }
        Assert.Equal("completed", (await platform.Http.EndedAsync((await platform.Http.SubmitAsync(Request("good"))).Text("id"))).Text("status"));

        // 2. Copied in slowly while it runs: not there, then there; never called broken.
        var late = Directory.CreateDirectory(Path.Combine(models, "late")).FullName;
        foreach (var file in Directory.EnumerateFiles(Path.Combine(models, "good")).OrderBy(f => new FileInfo(f).Length))
        {
            var bytes = await File.ReadAllBytesAsync(file);
            if (Path.GetFileName(file) == "bundle.json") bytes = Manifest("late");
            await using var copy = new FileStream(Path.Combine(late, Path.GetFileName(file)), FileMode.Create, FileAccess.Write, FileShare.ReadWrite, 1);
            foreach (var part in bytes.Chunk(Math.Max(1, bytes.Length / 4)))
            {
                await copy.WriteAsync(part);
                await copy.FlushAsync();
                Assert.DoesNotContain(await ModelsAsync(platform), m => m.Text("id") == "late" && !m.GetProperty("available").GetBoolean());
                await Task.Delay(60);
            }
        }
        await ModelAsync(platform, "late", m => m.GetProperty("available").GetBoolean());
        Assert.Equal("completed", (await platform.Http.EndedAsync((await platform.Http.SubmitAsync(Request("late"))).Text("id"))).Text("status"));

        // 3. Mended in place.
        File.Copy(Path.Combine(models, "good", "vae_decoder.onnx"), Path.Combine(models, "broken", "vae_decoder.onnx"), overwrite: true);
        await ModelAsync(platform, "broken", m => m.GetProperty("available").GetBoolean());
    }

    private static object Request(string model) => new { model, prompt = "a cat", n = 1, steps = 2, width = 64, height = 64 };

    private static async Task<List<JsonElement>> ModelsAsync(ServingPlatform platform)
    {
        var list = await platform.Http.GetFromJsonAsync<JsonElement>("v1/models");
        return [.. (list.TryGetProperty("items", out var items) ? items : list.GetProperty("data")).EnumerateArray()];
    }

    private static async Task<JsonElement> ModelAsync(ServingPlatform platform, string id, Func<JsonElement, bool> condition)
    {
        for (var i = 0; i < 600; i++)
        {
            var found = (await ModelsAsync(platform)).Where(m => m.Text("id") == id && condition(m)).ToList();
            if (found.Count > 0) return found[0];
            await Task.Delay(50);
        }
        throw new TimeoutException($"{id} did not get there.");
    }

    private static void Copy(string models, string id, byte[] decoder)
    {
        var folder = Directory.CreateDirectory(Path.Combine(models, id)).FullName;
        foreach (var file in Directory.EnumerateFiles(Golden)) File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        File.WriteAllBytes(Path.Combine(folder, "vae_decoder.onnx"), decoder);
        File.WriteAllBytes(Path.Combine(folder, "bundle.json"), Manifest(id));
    }

    private static byte[] Manifest(string id)
    {
        var manifest = JsonNode.Parse(File.ReadAllText(Path.Combine(Golden, "bundle.json")))!.AsObject();
        manifest["id"] = id;
        return JsonSerializer.SerializeToUtf8Bytes(manifest);
    }
}
