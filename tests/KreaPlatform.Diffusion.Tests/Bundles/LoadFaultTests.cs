using KreaPlatform.Diffusion.Bundles;

namespace KreaPlatform.Diffusion.Tests.Bundles;

/// <summary>Bundles whose hashes are right and whose content isn't: found when the sessions are loaded.</summary>
public sealed class LoadFaultTests
{
    [Fact]
    public void A_component_with_other_tensors_is_named_with_both()
    {
        using var copy = new BundleCopy();
        copy.Replace("vae_encoder.onnx", File.ReadAllBytes(copy.PathOf("vae_decoder.onnx")));
        var fault = LoadFails(copy);
        Assert.Equal("vae_encoder.onnx", fault.File);
        Assert.Contains("pixels", fault.Expected);
        Assert.Contains("latents", fault.Found);
    }

    [Fact]
    public void A_width_that_the_transformer_does_not_have_is_found()
    {
        using var copy = new BundleCopy();
        copy.Edit(manifest => manifest["prompt"]!["width"] = 32);
        var fault = LoadFails(copy);
        Assert.Contains(", 3, 32)", fault.Expected);
        Assert.Contains(", 3, 16)", fault.Found);
    }

    [Fact]
    public void A_transformer_without_references_cannot_serve_a_manifest_with_them()
    {
        using var copy = new BundleCopy();
        copy.Edit(manifest => manifest["references"] = new System.Text.Json.Nodes.JsonObject { ["kind"] = "latents", ["max"] = 3 });
        Assert.Contains("reference_states", LoadFails(copy).Expected);
    }

    [Fact]
    public void A_file_that_is_no_model_is_named()
    {
        using var copy = new BundleCopy();
        copy.Replace("transformer.onnx", "not a model"u8.ToArray());
        Assert.Equal("transformer.onnx", LoadFails(copy).File);
    }

    [Fact]
    public void A_tokenizer_cut_short_is_named()
    {
        using var copy = new BundleCopy();
        byte[] whole = File.ReadAllBytes(copy.PathOf("tokenizer.json"));
        copy.Replace("tokenizer.json", whole[..(whole.Length * 2 / 3)]);
        Assert.Equal("tokenizer.json", LoadFails(copy).File);
    }

    [Fact]
    public void A_tokenizer_that_would_give_other_ids_in_silence_is_refused()
    {
        using var copy = new BundleCopy();
        string json = File.ReadAllText(copy.PathOf("tokenizer.json")).Replace("\"NFC\"", "\"NFKD\"");
        copy.Replace("tokenizer.json", System.Text.Encoding.UTF8.GetBytes(json));
        Assert.Contains("NFKD", LoadFails(copy).Found);
    }

    [Fact]
    public void A_template_with_other_tokens_than_the_manifest_says_is_found()
    {
        using var copy = new BundleCopy();
        copy.Edit(manifest => manifest["prompt"]!["prefix"] = "Draw: ");
        Assert.Contains("54 tokens of prefix", LoadFails(copy).Expected);
    }

    [Fact]
    public void An_unknown_provider_is_an_argument_error_and_an_absent_one_is_not_supported()
    {
        var bundle = ModelBundle.Open(RepositoryPaths.Nano);
        Assert.Throws<ArgumentException>(() => Krea2Pipeline.Load(bundle, new EngineOptions { Provider = "abacus" }));
        Assert.Throws<NotSupportedException>(() => Krea2Pipeline.Load(bundle, new EngineOptions { Provider = "directml" }));
    }

    private static BundleException LoadFails(BundleCopy copy)
    {
        var bundle = ModelBundle.Open(copy.Folder);
        return Assert.Throws<BundleException>(() => Krea2Pipeline.Load(bundle, new EngineOptions()).Dispose());
    }
}
