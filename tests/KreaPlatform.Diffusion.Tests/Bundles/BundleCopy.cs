using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace KreaPlatform.Diffusion.Tests.Bundles;

/// <summary>A copy of a small bundle in a folder of its own, to be damaged.</summary>
internal sealed class BundleCopy : IDisposable
{
    public BundleCopy(string golden = "golden-turbo")
    {
        Folder = Directory.CreateTempSubdirectory("bundle-").FullName;
        foreach (string file in Directory.EnumerateFiles(Path.Combine(RepositoryPaths.GoldenCopy, golden, "bundle")))
            File.Copy(file, PathOf(Path.GetFileName(file)));
    }

    public string Folder { get; }

    public string PathOf(string file) => Path.Combine(Folder, file);

    /// <summary>Changes bundle.json.</summary>
    public void Edit(Action<JsonObject> change)
    {
        var manifest = JsonNode.Parse(File.ReadAllText(PathOf("bundle.json")))!.AsObject();
        change(manifest);
        File.WriteAllText(PathOf("bundle.json"), manifest.ToJsonString());
    }

    /// <summary>Replaces a file and gives bundle.json its new hash, as somebody who builds a faulty bundle would.</summary>
    public void Replace(string file, byte[] content)
    {
        File.WriteAllBytes(PathOf(file), content);
        Edit(manifest => manifest["files"]![file] = Convert.ToHexStringLower(SHA256.HashData(content)));
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
