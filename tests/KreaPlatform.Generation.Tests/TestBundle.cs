using System.Security.Cryptography;
using System.Text.Json;

namespace KreaPlatform.Generation.Tests;

/// <summary>Bundles of the smallest kind that the no-op engine verifies.</summary>
public static class TestBundle
{
    public static string Write(string models, string id, byte[]? weights = null)
    {
        var folder = Directory.CreateDirectory(Path.Combine(models, id)).FullName;
        weights ??= [1, 2, 3];
        File.WriteAllBytes(Path.Combine(folder, "weights.onnx"), weights);
        File.WriteAllText(Path.Combine(folder, "bundle.json"), Manifest(id, weights));
        return folder;
    }

    public static string Manifest(string id, byte[] weights) => JsonSerializer.Serialize(new
    {
        format = 1, id, family = "krea-2", defaults = new { steps = 4, guidance = 0.0, native = 64 }, limits = new { min_side = 64, max_side = 64 },
        files = new Dictionary<string, string> { ["weights.onnx"] = Convert.ToHexStringLower(SHA256.HashData(weights)) },
    });
}
