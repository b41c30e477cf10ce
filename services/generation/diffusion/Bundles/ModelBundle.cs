using System.Security.Cryptography;
using System.Text.Json;

namespace KreaPlatform.Diffusion.Bundles;

/// <summary>A folder with a model: bundle.json, tokenizer.json and one ONNX file a component, all of them verified.</summary>
public sealed class ModelBundle
{
    /// <summary>Name of the manifest in the folder.</summary>
    public const string ManifestFile = "bundle.json";

    private ModelBundle(string folder, BundleManifest manifest, string hash) => (Folder, Manifest, Hash) = (folder, manifest, hash);

    /// <summary>The folder.</summary>
    public string Folder { get; }

    /// <summary>What bundle.json says.</summary>
    public BundleManifest Manifest { get; }

    /// <summary>SHA-256 of bundle.json, lower-case hexadecimal. It covers every file, since bundle.json has their hashes.</summary>
    public string Hash { get; }

    /// <summary>Reads and checks bundle.json, then the SHA-256 of every file that it lists.</summary>
    /// <exception cref="BundleException">A file is missing or altered, or bundle.json is not one that this engine reads.</exception>
    public static ModelBundle Open(string folder)
    {
        byte[] json = ReadManifest(folder);
        var manifest = Parse(json);
        ManifestRules.Check(manifest);
        foreach (var (name, hash) in manifest.Files)
            Verify(folder, name, hash);
        return new ModelBundle(folder, manifest, Convert.ToHexStringLower(SHA256.HashData(json)));
    }

    /// <summary>Where one of the bundle's files is.</summary>
    internal string PathOf(string file) => Path.Combine(Folder, file);

    private static byte[] ReadManifest(string folder)
    {
        try
        {
            return File.ReadAllBytes(Path.Combine(folder, ManifestFile));
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new BundleException(ManifestFile, "a file", "none", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new BundleException(ManifestFile, "a file that can be read", e.Message, e);
        }
    }

    private static BundleManifest Parse(byte[] json)
    {
        try
        {
            // The format first: a later one may have fields of other types.
            using (var document = JsonDocument.Parse(json))
                ManifestRules.CheckFormat(document.RootElement);
            return JsonSerializer.Deserialize(json, ManifestJson.Default.BundleManifest)
                ?? throw new BundleException(ManifestFile, "a JSON object", "null");
        }
        catch (JsonException e)
        {
            throw new BundleException(ManifestFile, "the fields of format 1", e.Message, e);
        }
    }

    private static void Verify(string folder, string name, string expected)
    {
        string found;
        try
        {
            using var stream = File.OpenRead(Path.Combine(folder, name));
            found = Convert.ToHexStringLower(SHA256.HashData(stream));
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new BundleException(name, $"a file with SHA-256 {expected}", "no file", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new BundleException(name, "a file that can be read", e.Message, e);
        }
        if (!found.Equals(expected, StringComparison.OrdinalIgnoreCase))
            throw new BundleException(name, $"SHA-256 {expected}", found);
    }
}
