using System.Text.Json.Nodes;
using KreaPlatform.Diffusion.Bundles;

namespace KreaPlatform.Diffusion.Tests.Bundles;

public sealed class ModelBundleTests
{
    [Fact]
    public void The_shipped_model_opens_and_says_what_it_is()
    {
        var manifest = ModelBundle.Open(RepositoryPaths.Nano).Manifest;
        Assert.Equal("krea-2-nano", manifest.Id);
        Assert.Equal(ReferenceKind.Context, manifest.References!.Kind);
        Assert.Equal(new BundleLimits { MinSide = 80, MaxSide = 128 }, manifest.Limits);
        Assert.Equal([128, 96], manifest.AspectRatios!["4:3"]);
        Assert.Contains("watercolor painting", manifest.Vocabulary!["medium"]);
        Assert.Contains("cat", manifest.Subjects!);
    }

    [Fact]
    public void The_hash_is_that_of_the_manifest_and_changes_with_it()
    {
        using var copy = new BundleCopy();
        string before = ModelBundle.Open(copy.Folder).Hash;
        copy.Edit(manifest => manifest["id"] = "another");
        Assert.Matches("^[0-9a-f]{64}$", before);
        Assert.NotEqual(before, ModelBundle.Open(copy.Folder).Hash);
    }

    [Fact]
    public void A_missing_file_is_named()
    {
        using var copy = new BundleCopy();
        File.Delete(copy.PathOf("transformer.onnx.data"));
        var fault = Assert.Throws<BundleException>(() => ModelBundle.Open(copy.Folder));
        Assert.Equal("transformer.onnx.data", fault.File);
        Assert.Equal("no file", fault.Found);
    }

    [Fact]
    public void A_folder_without_a_manifest_says_so() =>
        Assert.Equal("bundle.json", Assert.Throws<BundleException>(() => ModelBundle.Open(Path.Combine(Path.GetTempPath(), "no-such-bundle"))).File);

    [Fact]
    public void One_altered_byte_is_found_with_both_hashes()
    {
        using var copy = new BundleCopy();
        byte[] bytes = File.ReadAllBytes(copy.PathOf("vae_decoder.onnx"));
        bytes[bytes.Length / 2] ^= 1;
        File.WriteAllBytes(copy.PathOf("vae_decoder.onnx"), bytes);
        var fault = Assert.Throws<BundleException>(() => ModelBundle.Open(copy.Folder));
        Assert.Equal("vae_decoder.onnx", fault.File);
        Assert.StartsWith("SHA-256 ", fault.Expected);
        Assert.Matches("^[0-9a-f]{64}$", fault.Found);
    }

    public static TheoryData<string, string> Edits => new()
    {
        { "{\"format\": 2}", "format 1" },
        { "{\"format\": \"1\"}", "format 1" },
        { "{\"family\": \"flux\"}", "family krea-2" },
        { "{\"prompt\": null}", "format 1" },
        { "{\"schedule\": {\"distilled\": true, \"mu\": null, \"base_shift\": 0.5, \"max_shift\": 1.15, \"base_tokens\": 256, \"max_tokens\": 6400}}", "schedule.mu" },
        { "{\"latents\": {\"channels\": 16, \"downscale\": 8, \"patch\": 0}}", "latents.patch" },
        { "{\"references\": {\"kind\": \"context\", \"max\": 10}}", "references.tokens" },
        { "{\"references\": {\"kind\": \"telepathy\", \"max\": 10}}", "format 1" },
        { "{\"preview\": {\"matrix\": [[1, 1, 1]], \"bias\": [0, 0, 0]}}", "preview with a 16x3 matrix" },
        { "{\"aspect_ratios\": {\"1:1\": [60, 64]}}", "aspect_ratios[1:1]" },
    };

    [Theory, MemberData(nameof(Edits))]
    public void A_manifest_that_cannot_be_right_is_refused_by_field(string edit, string expected)
    {
        using var copy = new BundleCopy();
        copy.Edit(manifest =>
        {
            foreach (var (name, value) in JsonNode.Parse(edit)!.AsObject())
                manifest[name] = value?.DeepClone();
        });
        var fault = Assert.Throws<BundleException>(() => ModelBundle.Open(copy.Folder));
        Assert.Equal("bundle.json", fault.File);
        Assert.Contains(expected, fault.Message);
    }

    [Fact]
    public void A_manifest_cut_short_is_refused()
    {
        using var copy = new BundleCopy();
        string json = File.ReadAllText(copy.PathOf("bundle.json"));
        File.WriteAllText(copy.PathOf("bundle.json"), json[..(json.Length / 2)]);
        Assert.Equal("bundle.json", Assert.Throws<BundleException>(() => ModelBundle.Open(copy.Folder)).File);
    }

    [Theory]
    [InlineData("../secret")]
    [InlineData("sub/file")]
    [InlineData("/etc/passwd")]
    [InlineData("..")]
    public void A_file_outside_the_folder_is_refused(string name)
    {
        using var copy = new BundleCopy();
        copy.Edit(manifest => manifest["files"]![name] = new string('0', 64));
        Assert.Contains("plain name", Assert.Throws<BundleException>(() => ModelBundle.Open(copy.Folder)).Message);
    }
}
