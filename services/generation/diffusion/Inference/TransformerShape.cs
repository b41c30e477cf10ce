namespace KreaPlatform.Diffusion.Inference;

/// <summary>Sizes of one transformer call.</summary>
/// <param name="Rows">Evaluations (B).</param>
/// <param name="ImageTokens">Tokens of the image (N).</param>
/// <param name="TokenWidth">Numbers in one (C*p*p).</param>
/// <param name="TextTokens">Tokens of the longest context (T).</param>
/// <param name="ContextWidth">Numbers in one (L*D).</param>
/// <param name="ReferenceTokens">Reference tokens at the end of the sequence (R); 0 for bundles without.</param>
internal readonly record struct TransformerShape(int Rows, int ImageTokens, int TokenWidth, int TextTokens, int ContextWidth, int ReferenceTokens)
{
    public int ImageLength => ImageTokens * TokenWidth;
}
