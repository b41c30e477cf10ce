using KreaPlatform.Diffusion.Bundles;
using KreaPlatform.Diffusion.Styles;
using KreaPlatform.Diffusion.Tokens;
using Microsoft.ML.OnnxRuntime;

namespace KreaPlatform.Diffusion.Inference;

/// <summary>The parts of a loaded bundle: one session a file, shared by all generations.</summary>
internal sealed class ModelComponents : IDisposable
{
    private readonly Component[] components;

    private ModelComponents(Component[] components, TextEncoder text, PromptEncoder prompts, Transformer transformer, VaeCodec vae, ISourceEncoder? sources)
    {
        this.components = components;
        (Text, Prompts, Transformer, Vae, Sources) = (text, prompts, transformer, vae, sources);
    }

    public TextEncoder Text { get; }

    public PromptEncoder Prompts { get; }

    public Transformer Transformer { get; }

    public VaeCodec Vae { get; }

    /// <summary>Null where the bundle takes no references.</summary>
    public ISourceEncoder? Sources { get; }

    /// <exception cref="BundleException">A file can't be loaded or has other inputs or outputs than its component has.</exception>
    public static ModelComponents Load(ModelBundle bundle, EngineOptions options)
    {
        var manifest = bundle.Manifest;
        var prompts = new PromptEncoder(TextTokenizer.Load(bundle.PathOf(TokenizerJson.File)), manifest.Prompt);
        using var session = ProviderOptions.Create(options);
        List<(string File, TensorSpec[] Inputs, TensorSpec Output)> files =
        [
            (TextEncoder.File, TextEncoder.Inputs(manifest.Prompt), TextEncoder.Output(manifest.Prompt)),
            (Transformer.File, Transformer.Inputs(manifest), Transformer.Output(manifest)),
            (VaeCodec.DecoderFile, [VaeCodec.LatentSpec(manifest.Latents)], VaeCodec.PixelSpec),
            (VaeCodec.EncoderFile, [VaeCodec.PixelSpec], VaeCodec.LatentSpec(manifest.Latents)),
        ];
        if (manifest.References is { Kind: ReferenceKind.Context } config)
            files.Add((ContextSourceEncoder.File, [ContextSourceEncoder.Input(config)], ContextSourceEncoder.Output(config, manifest.Prompt)));

        var components = LoadAll(bundle, session, files);
        var vae = new VaeCodec(components[3], components[2], manifest.Latents);
        ISourceEncoder? sources = manifest.References?.Kind switch
        {
            ReferenceKind.Context => new ContextSourceEncoder(components[4], manifest.References, manifest.Prompt, options.CachedContexts),
            ReferenceKind.Latents => new LatentSourceEncoder(vae, manifest, options.CachedContexts),
            _ => null,
        };
        return new ModelComponents(components, new TextEncoder(components[0], prompts, manifest.Prompt, options.CachedContexts), prompts,
            new Transformer(components[1], manifest), vae, sources);
    }

    public void Dispose()
    {
        foreach (var component in components)
            component.Dispose();
    }

    private static Component[] LoadAll(ModelBundle bundle, SessionOptions session, List<(string File, TensorSpec[] Inputs, TensorSpec Output)> files)
    {
        List<Component> loaded = [];
        try
        {
            foreach (var (file, inputs, output) in files)
                loaded.Add(Component.Load(bundle, file, session, inputs, output));
            return [.. loaded];
        }
        catch
        {
            foreach (var component in loaded)
                component.Dispose();
            throw;
        }
    }
}
