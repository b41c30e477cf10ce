using KreaPlatform.Gateway.Requests;
using static KreaPlatform.Gateway.Requests.JsonValues;

namespace KreaPlatform.Gateway.Derivation;

/// <summary>The fields of the bodies that make a generation from an earlier one.</summary>
public static class DerivationFields
{
    /// <summary>Fields of <c>POST …/variations</c>.</summary>
    public static FieldTable<VariationDraft> Variation { get; } = new(
        Integer<VariationDraft>("n", (d, v) => d.N = v, "num_images", "count"),
        Number<VariationDraft>("strength", (d, v) => d.Strength = v, "denoising_strength"));

    /// <summary>Fields of <c>POST …/upscale</c>.</summary>
    public static FieldTable<UpscaleDraft> Upscale { get; } = new(
        Integer<UpscaleDraft>("factor", (d, v) => d.Factor = v, "upscale", "scale"));

    /// <summary>A rerun has no fields: other settings are another request.</summary>
    public static FieldTable<RerunDraft> Rerun { get; } = new();
}
