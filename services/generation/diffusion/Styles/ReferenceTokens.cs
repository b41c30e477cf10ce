using KreaPlatform.Diffusion.Sampling;

namespace KreaPlatform.Diffusion.Styles;

/// <summary>A reference image as clean latents.</summary>
/// <param name="Place">Its 1-based place, the first coordinate of its tokens' positions.</param>
/// <param name="Grid">Its size in tokens.</param>
/// <param name="Packed">Its tokens (Grid.Tokens, C*p*p).</param>
internal sealed record ReferenceTokens(int Place, LatentGrid Grid, float[] Packed);
