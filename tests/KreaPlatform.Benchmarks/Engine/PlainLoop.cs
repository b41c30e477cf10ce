using KreaPlatform.Diffusion.Bundles;
using KreaPlatform.Diffusion.Sampling;
using KreaPlatform.Diffusion.Tokens;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace KreaPlatform.Benchmarks.Engine;

/// <summary>
/// The pipeline as it is written at first: default sessions, every image by itself, one run an evaluation, fresh tensors for each, contexts with their padding.
/// Only tokens, schedule and noise are the engine's, so that both draw the same pictures.
/// </summary>
internal sealed class PlainLoop(ModelBundle bundle) : IDisposable
{
    private readonly InferenceSession _text = new(Path.Combine(bundle.Folder, "text_encoder.onnx"));
    private readonly InferenceSession _transformer = new(Path.Combine(bundle.Folder, "transformer.onnx"));
    private readonly InferenceSession _decoder = new(Path.Combine(bundle.Folder, "vae_decoder.onnx"));
    private readonly PromptEncoder _prompts = new(TextTokenizer.Load(Path.Combine(bundle.Folder, "tokenizer.json")), bundle.Manifest.Prompt);

    /// <summary>Planes in [-1, 1], one an image.</summary>
    public float[][] Generate(string prompt, ulong[] seeds, int width, int height, int steps, float guidance)
    {
        var grid = LatentGrid.ForPixels(bundle.Manifest.Latents, width, height);
        var sigmas = Schedule.Sigmas(steps, Schedule.Mu(bundle.Manifest.Schedule, grid.Tokens));
        var images = new float[seeds.Length][];
        for (var image = 0; image < seeds.Length; image++)
        {
            var text = Encode(prompt);
            var negative = Encode("");
            var latents = GaussianNoise.Latents(seeds[image], grid.Length);
            for (var step = 0; step < steps; step++)
            {
                var vt = Velocity(latents, sigmas[step], text, grid);
                var vu = Velocity(latents, sigmas[step], negative, grid);
                var delta = sigmas[step + 1] - sigmas[step];
                for (var i = 0; i < latents.Length; i++) latents[i] += delta * (vu[i] + (1 + guidance) * (vt[i] - vu[i]));
            }
            images[image] = Decode(latents, grid);
        }
        return images;
    }

    public void Dispose()
    {
        _text.Dispose();
        _transformer.Dispose();
        _decoder.Dispose();
    }

    private (DenseTensor<float> Context, DenseTensor<bool> Mask) Encode(string prompt)
    {
        var layout = bundle.Manifest.Prompt;
        var tokens = _prompts.Encode(prompt);
        using var results = _text.Run(
        [
            NamedOnnxValue.CreateFromTensor("input_ids", new DenseTensor<long>(tokens.Ids, [1, tokens.Ids.Length])),
            NamedOnnxValue.CreateFromTensor("attention_mask", new DenseTensor<bool>(tokens.Mask, [1, tokens.Mask.Length])),
        ]);
        return (results[0].AsTensor<float>().ToDenseTensor(), new DenseTensor<bool>(tokens.Mask[layout.PrefixTokens..], [1, layout.MaxTokens]));
    }

    private float[] Velocity(float[] latents, float sigma, (DenseTensor<float> Context, DenseTensor<bool> Mask) text, LatentGrid grid)
    {
        var textTokens = bundle.Manifest.Prompt.MaxTokens;
        var positions = new DenseTensor<float>([textTokens + grid.Tokens, 3]);
        grid.WritePositions(positions.Buffer.Span[(textTokens * 3)..], 0);
        using var results = _transformer.Run(
        [
            NamedOnnxValue.CreateFromTensor("hidden_states", new DenseTensor<float>(latents, [1, grid.Tokens, grid.Layout.TokenWidth])),
            NamedOnnxValue.CreateFromTensor("timestep", new DenseTensor<float>(new[] { sigma }, [1])),
            NamedOnnxValue.CreateFromTensor("encoder_hidden_states", text.Context),
            NamedOnnxValue.CreateFromTensor("encoder_attention_mask", text.Mask),
            NamedOnnxValue.CreateFromTensor("position_ids", positions),
        ]);
        return [.. results[0].AsTensor<float>()];
    }

    private float[] Decode(float[] packed, LatentGrid grid)
    {
        var latents = new float[grid.Length];
        grid.Unpack(packed, latents);
        using var results = _decoder.Run(
            [NamedOnnxValue.CreateFromTensor("latents", new DenseTensor<float>(latents, [1, grid.Layout.Channels, grid.LatentHeight, grid.LatentWidth]))]);
        return [.. results[0].AsTensor<float>()];
    }
}
