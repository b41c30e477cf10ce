using System.Security.Cryptography;
using System.Text.Json.Nodes;
using KreaPlatform.Contracts.Bus;

namespace KreaPlatform.Generation.Tests;

/// <summary>The worker on its real engine, with bundles that are broken in every way we know of beside one that is not.</summary>
public sealed class BrokenBundleTests
{
    private static readonly string Golden = Path.Combine(Root(), "tests", "golden", "golden-turbo", "bundle");

    /// <summary>What is done to a copy of a good bundle, and what its reason must say: the file, what was expected, what was found.</summary>
    private static readonly Dictionary<string, (Action<string> Damage, string[] Reason)> Faults = new()
    {
        ["missing-file"] = (folder => File.Delete(Path.Combine(folder, "transformer.onnx.data")), ["transformer.onnx.data: expected a file with SHA-256 ", "found no file"]),
        ["altered-file"] = (folder => Alter(Path.Combine(folder, "vae_decoder.onnx")), ["vae_decoder.onnx: expected SHA-256 ", "found "]),
        ["wrong-name"] = (folder => Replace(folder, "vae_encoder.onnx", File.ReadAllBytes(Path.Combine(folder, "vae_decoder.onnx"))),
            ["vae_encoder.onnx: expected inputs pixels: Float (?, 3, ?, ?), found latents"]),
        ["wrong-shape"] = (folder => Replace(folder, "vae_decoder.onnx", TinyOnnx.Identity("latents", "pixels", 1, "b", "4", "h", "w")),
            ["vae_decoder.onnx: expected inputs latents: Float (?, 16, ?, ?), found latents: Float (?, 4, ?, ?)"]),
        ["wrong-type"] = (folder => Replace(folder, "vae_decoder.onnx", TinyOnnx.Identity("latents", "pixels", TinyOnnx.Double, "b", "16", "h", "w")),
            ["vae_decoder.onnx: expected inputs latents: Float (?, 16, ?, ?), found latents: Double (?, 16, ?, ?)"]),
        ["no-model"] = (folder => Replace(folder, "transformer.onnx", "not a model"u8.ToArray()), ["transformer.onnx: expected a model that ONNX Runtime loads"]),
        ["cut-tokenizer"] = (folder => Replace(folder, "tokenizer.json", File.ReadAllBytes(Path.Combine(folder, "tokenizer.json"))[..50_000]), ["tokenizer.json: expected "]),
        ["unknown-format"] = (folder => Edit(folder, manifest => manifest["format"] = 2), ["bundle.json: expected format 1, found format 2"]),
        ["cut-manifest"] = (folder => File.WriteAllText(Path.Combine(folder, "bundle.json"), "{\"id\": \"cut-manifest\", \"for"), ["bundle.json: expected "]),
    };

    [Fact]
    public async Task Each_fault_is_told_by_file_with_what_was_expected_and_found_and_the_good_bundle_is_served()
    {
        await using var worker = await WorkerUnderTest.StartAsync(models =>
        {
            Copy(models, "good");
            foreach (var (id, (damage, _)) in Faults) damage(Copy(models, id));
        }, settings: ("Worker:Engine", "diffusion"));
        // A bundle that nobody can describe goes by its folder.
        await WorkerUnderTest.UntilAsync(() => worker.Gateway.Reports.LastOrDefault()?.Models.Count == Faults.Count + 1);
        var models = worker.Gateway.Reports.Last().Models.ToDictionary(m => m.Id);
        foreach (var (id, (_, reason)) in Faults)
        {
            Assert.False(models[id].Available, id);
            Assert.All(reason, part => Assert.Contains(part, models[id].Reason));
        }
        await worker.SendAsync(WorkerUnderTest.Command("gen_a", steps: 2, model: "good"));
        await worker.ResultAsync<AttemptCompleted>("gen_a");
    }

    [Fact]
    public async Task A_mended_bundle_is_served_without_a_restart()
    {
        await using var worker = await WorkerUnderTest.StartAsync(models => Alter(Path.Combine(Copy(models, "mended"), "vae_decoder.onnx")), settings: ("Worker:Engine", "diffusion"));
        await WorkerUnderTest.UntilAsync(() => worker.Gateway.Reports.LastOrDefault()?.Models is [{ Available: false }]);
        File.Copy(Path.Combine(Golden, "vae_decoder.onnx"), Path.Combine(worker.Models, "mended", "vae_decoder.onnx"), overwrite: true);
        await worker.SendAsync(WorkerUnderTest.Command("gen_a", steps: 2, model: "mended"));
        await worker.ResultAsync<AttemptCompleted>("gen_a");
    }

    private static string Copy(string models, string id)
    {
        var folder = Directory.CreateDirectory(Path.Combine(models, id)).FullName;
        foreach (var file in Directory.EnumerateFiles(Golden)) File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        Edit(folder, manifest => manifest["id"] = id);
        return folder;
    }

    private static void Edit(string folder, Action<JsonObject> change)
    {
        var file = Path.Combine(folder, "bundle.json");
        var manifest = JsonNode.Parse(File.ReadAllText(file))!.AsObject();
        change(manifest);
        File.WriteAllText(file, manifest.ToJsonString());
    }

    private static void Alter(string file)
    {
        var bytes = File.ReadAllBytes(file);
        bytes[bytes.Length / 2] ^= 1;
        File.WriteAllBytes(file, bytes);
    }

    // With its new hash, as somebody who builds a faulty bundle would.
    private static void Replace(string folder, string file, byte[] content)
    {
        File.WriteAllBytes(Path.Combine(folder, file), content);
        Edit(folder, manifest => manifest["files"]![file] = Convert.ToHexStringLower(SHA256.HashData(content)));
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "KreaPlatform.sln"))) folder = folder.Parent;
        return folder!.FullName;
    }
}
