using System.Security.Cryptography;
using System.Text.Json;
using KreaPlatform.Contracts.Generation;
using KreaPlatform.Generation.Engines;

namespace KreaPlatform.Generation.Bundles;

/// <summary>Reads of a bundle what the catalogue has to tell of it.</summary>
internal static class BundleManifestReader
{
    public const string ManifestFile = "bundle.json";

    /// <summary>Checks every file's hash and describes the model.</summary>
    public static ModelDescription Verify(string folder)
    {
        var json = File.ReadAllBytes(Path.Combine(folder, ManifestFile));
        using var document = JsonDocument.Parse(json);
        var root = document.RootElement;
        foreach (var file in root.GetProperty("files").EnumerateObject())
        {
            var path = Path.Combine(folder, Path.GetFileName(file.Name));
            if (!File.Exists(path)) throw new UnusableBundleException(file.Name, "a file", "none");
            using var stream = File.OpenRead(path);
            var found = Convert.ToHexStringLower(SHA256.HashData(stream));
            if (found != file.Value.GetString()) throw new UnusableBundleException(file.Name, "SHA-256 " + file.Value.GetString(), found);
        }
        var defaults = root.GetProperty("defaults");
        var limits = root.GetProperty("limits");
        var references = root.TryGetProperty("references", out var config) && config.ValueKind == JsonValueKind.Object ? config : default(JsonElement?);
        return new ModelDescription
        {
            Id = root.GetProperty("id").GetString()!,
            Family = root.GetProperty("family").GetString()!,
            Bundle = Convert.ToHexStringLower(SHA256.HashData(json)),
            Available = true,
            DefaultSteps = defaults.GetProperty("steps").GetInt32(),
            DefaultGuidance = defaults.GetProperty("guidance").GetDouble(),
            NativeSide = defaults.GetProperty("native").GetInt32(),
            MinSide = limits.GetProperty("min_side").GetInt32(),
            MaxSide = limits.GetProperty("max_side").GetInt32(),
            References = references?.GetProperty("kind").GetString(),
            MaxReferences = references?.GetProperty("max").GetInt32() ?? 0,
            Editing = true,
        };
    }
}
