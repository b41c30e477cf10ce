using System.Text.Json;

namespace KreaPlatform.Diffusion.Bundles;

/// <summary>What a bundle.json must say beyond being well-formed.</summary>
internal static class ManifestRules
{
    private static readonly string[] RequiredFiles =
        ["tokenizer.json", "text_encoder.onnx", "transformer.onnx", "vae_decoder.onnx", "vae_encoder.onnx"];

    public static void CheckFormat(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object)
            throw Fault("a JSON object", root.ValueKind.ToString());
        string found = root.TryGetProperty("format", out var format) ? format.GetRawText() : "none";
        if (found != "1")
            throw Fault("format 1", $"format {found}");
    }

    public static void Check(BundleManifest manifest)
    {
        Need(manifest.Family == "krea-2", "family krea-2", manifest.Family);
        Need(manifest.Id.Length > 0, "an id", "an empty one");
        CheckPrompt(manifest.Prompt);
        CheckLatents(manifest);
        CheckSampling(manifest);
        if (manifest.References is { } references)
            CheckReferences(references);
        CheckSizes(manifest);
        CheckFiles(manifest);
    }

    private static void CheckPrompt(PromptLayout prompt)
    {
        Positive("prompt.layers", prompt.Layers);
        Positive("prompt.width", prompt.Width);
        Need(prompt.PrefixTokens >= 0, "prompt.prefix_tokens of at least 0", $"{prompt.PrefixTokens}");
        Need(prompt.SuffixTokens >= 0, "prompt.suffix_tokens of at least 0", $"{prompt.SuffixTokens}");
        Need(prompt.MaxTokens > prompt.SuffixTokens, $"prompt.max_tokens above suffix_tokens ({prompt.SuffixTokens})", $"{prompt.MaxTokens}");
    }

    private static void CheckLatents(BundleManifest manifest)
    {
        var latents = manifest.Latents;
        Positive("latents.channels", latents.Channels);
        Positive("latents.downscale", latents.Downscale);
        Positive("latents.patch", latents.Patch);
        if (manifest.Preview is not { } preview)
            return;
        bool fits = preview.Bias.Count == 3 && preview.Matrix.Count == latents.Channels && preview.Matrix.All(row => row.Count == 3);
        Need(fits, $"preview with a {latents.Channels}x3 matrix and a bias of 3",
            $"{preview.Matrix.Count} rows of {string.Join('/', preview.Matrix.Select(row => row.Count).Distinct())} and a bias of {preview.Bias.Count}");
    }

    private static void CheckSampling(BundleManifest manifest)
    {
        var schedule = manifest.Schedule;
        Need(!schedule.Distilled || schedule.Mu is not null, "schedule.mu for a distilled model", "none");
        Need(schedule.MaxTokens > schedule.BaseTokens, "schedule.max_tokens above base_tokens", $"{schedule.MaxTokens} and {schedule.BaseTokens}");
        Positive("defaults.steps", manifest.Defaults.Steps);
        Positive("defaults.native", manifest.Defaults.Native);
        Need(manifest.Defaults.Guidance >= 0, "defaults.guidance of at least 0", $"{manifest.Defaults.Guidance}");
    }

    private static void CheckReferences(ReferenceConfig references)
    {
        Positive("references.max", references.Max);
        if (references.Kind != ReferenceKind.Context)
            return;
        Positive("references.tokens", references.Tokens ?? 0);
        Positive("references.size", references.Size ?? 0);
    }

    private static void CheckSizes(BundleManifest manifest)
    {
        int side = manifest.Latents.TokenSide;
        if (manifest.Limits is { } limits)
            Need(limits.MinSide > 0 && limits.MaxSide >= limits.MinSide, "limits.max_side of at least min_side", $"{limits.MinSide} to {limits.MaxSide}");
        foreach (var (ratio, size) in manifest.AspectRatios ?? new Dictionary<string, int[]>())
        {
            bool fits = size is [> 0, > 0] && size.All(s => s % side == 0);
            Need(fits, $"aspect_ratios[{ratio}] as [width, height] in multiples of {side}", $"[{string.Join(", ", size)}]");
        }
    }

    private static void CheckFiles(BundleManifest manifest)
    {
        foreach (var (name, hash) in manifest.Files)
        {
            // A name with a folder in it could point out of the bundle.
            Need(name.Length > 0 && name == Path.GetFileName(name) && name is not ("." or ".."), "files by plain name", $"'{name}'");
            Need(hash.Length == 64 && hash.All(char.IsAsciiHexDigit), $"64 hexadecimal digits for {name}", $"'{hash}'");
        }
        var required = manifest.References?.Kind == ReferenceKind.Context ? RequiredFiles.Append("style_encoder.onnx") : RequiredFiles;
        foreach (var name in required)
            Need(manifest.Files.ContainsKey(name), $"{name} among its files", string.Join(", ", manifest.Files.Keys));
    }

    private static void Positive(string field, int value) => Need(value > 0, $"{field} above 0", $"{value}");

    private static void Need(bool holds, string expected, string found)
    {
        if (!holds)
            throw Fault(expected, found);
    }

    private static BundleException Fault(string expected, string found) => new(ModelBundle.ManifestFile, expected, found);
}
