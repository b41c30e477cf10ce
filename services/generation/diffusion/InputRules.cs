using KreaPlatform.Diffusion.Bundles;
using KreaPlatform.Diffusion.Styles;

namespace KreaPlatform.Diffusion;

/// <summary>What a bundle can be asked for.</summary>
internal static class InputRules
{
    private const int MaxSteps = 1000;

    /// <exception cref="ArgumentException">The request can't be made with this bundle; the message says why.</exception>
    public static void Check(GenerationInput input, BundleManifest manifest)
    {
        Need(input.Prompts.Count > 0, "no prompt");
        Need(input.Seeds.Count == input.Prompts.Count, $"{input.Prompts.Count} prompts and {input.Seeds.Count} seeds");
        Side("width", input.Width, manifest);
        Side("height", input.Height, manifest);
        Need(input.Steps is >= 1 and <= MaxSteps, $"{input.Steps} steps are not 1 to {MaxSteps}");
        Need(float.IsFinite(input.Guidance) && input.Guidance >= 0, $"guidance {input.Guidance} is not a number of at least 0");
        Need(input.Strength is >= 0 and <= 1, $"strength {input.Strength} is not 0 to 1");
        Need(input.Diversity is >= 0 and <= 1, $"diversity {input.Diversity} is not 0 to 1");
        Need(input.Mask is null || input.InitialImage is not null, "a mask without a source image");
        foreach (var source in input.Sources)
            Check(source);
        int references = input.Sources.Count(source => source.Kind == SourceKind.Reference);
        Need(input.Sources.Count == 0 || manifest.References is not null, $"{manifest.Id} takes no style sources");
        Need(manifest.References is null || references <= manifest.References.Max, $"{references} references, {manifest.Id} takes {manifest.References?.Max}");
    }

    private static void Check(StyleSource source)
    {
        const float max = StyleSource.MaxInfluence;
        Need(source.Influence is >= -max and <= max, $"influence {source.Influence} of {source.Id} is not {-max} to {max}");
        Need(source.Representatives.Count > 0, $"{source.Id} has no image");
        Need(source.Representatives.All(r => float.IsFinite(r.Weight) && r.Weight > 0), $"a weight of {source.Id} is not above 0");
    }

    private static void Side(string name, int pixels, BundleManifest manifest)
    {
        int side = manifest.Latents.TokenSide;
        Need(pixels > 0 && pixels % side == 0, $"{name} {pixels} is not a multiple of {side}");
        bool within = manifest.Limits is not { } limits || (pixels >= limits.MinSide && pixels <= limits.MaxSide);
        Need(within, $"{name} {pixels} is not {manifest.Limits?.MinSide} to {manifest.Limits?.MaxSide}");
    }

    private static void Need(bool holds, string complaint)
    {
        if (!holds)
            throw new ArgumentException(complaint, "input");
    }
}
