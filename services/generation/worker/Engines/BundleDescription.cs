using System.Text.Json;
using KreaPlatform.Contracts.Generation;
using KreaPlatform.Diffusion.Bundles;

namespace KreaPlatform.Generation.Engines;

/// <summary>What the gateway needs to know of a bundle.</summary>
internal static class BundleDescription
{
    private const int SmallestSide = 64;
    private static readonly (string Name, double Ratio)[] Ratios =
        [("1:1", 1), ("4:3", 4.0 / 3), ("3:2", 1.5), ("16:9", 16.0 / 9), ("2.35:1", 2.35), ("3:4", 0.75), ("4:5", 0.8), ("2:3", 2.0 / 3), ("9:16", 9.0 / 16)];

    public static ModelDescription Of(ModelBundle bundle)
    {
        var manifest = bundle.Manifest;
        return new ModelDescription
        {
            Id = manifest.Id, Family = manifest.Family, Bundle = bundle.Hash, Available = true,
            DefaultSteps = manifest.Defaults.Steps, DefaultGuidance = manifest.Defaults.Guidance, NativeSide = manifest.Defaults.Native,
            MinSide = manifest.Limits?.MinSide ?? SmallestSide, MaxSide = manifest.Limits?.MaxSide ?? 2 * manifest.Defaults.Native,
            AspectRatios = manifest.AspectRatios ?? Ratios.ToDictionary(r => r.Name, r => NativeSize(r.Ratio, manifest.Defaults.Native)),
            References = manifest.References?.Kind.ToString().ToLowerInvariant(), MaxReferences = manifest.References?.Max ?? 0, Licence = manifest.Licence?.Name,
            // Every bundle has a VAE encoder: none is loaded without one.
            Editing = true,
            SpecialTokens = SpecialTokens(Path.Combine(bundle.Folder, "tokenizer.json")),
        };
    }

    /// <summary>Multiples of 16 with about the native area.</summary>
    internal static int[] NativeSize(double ratio, int native) => [Sixteenths(native * Math.Sqrt(ratio)), Sixteenths(native / Math.Sqrt(ratio))];

    private static int Sixteenths(double side) => Math.Max(16, (int)Math.Round(side / 16) * 16);

    private static List<string> SpecialTokens(string tokenizer)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(tokenizer));
        if (!document.RootElement.TryGetProperty("added_tokens", out var added)) return [];
        return [.. added.EnumerateArray().Select(t => t.GetProperty("content").GetString()!)];
    }
}
