using KreaPlatform.Diffusion.Tokens;

namespace KreaPlatform.Diffusion.Inference;

/// <summary>A text as the transformer sees it.</summary>
/// <param name="Tokens">The ids it was made of.</param>
/// <param name="Values">
/// Its context without padding (Count, L, D). The transformer masks padding out and gives all text tokens one position, so leaving padding away changes no value and
/// makes every step cheaper.
/// </param>
/// <param name="Count">Tokens in <paramref name="Values"/>.</param>
internal sealed record TextContext(TokenSequence Tokens, float[] Values, int Count);
