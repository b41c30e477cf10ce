namespace KreaPlatform.Diffusion.Styles;

/// <summary>A source with an influence other than 0, encoded.</summary>
/// <param name="Index">Its place among the request's sources.</param>
/// <param name="Influence">e.</param>
/// <param name="Context">Tokens to append to the text context (K, L, D); empty for latents.</param>
/// <param name="References">Clean packed latents for the end of the sequence; empty for contexts.</param>
internal sealed record PreparedSource(int Index, float Influence, float[] Context, IReadOnlyList<ReferenceTokens> References);
