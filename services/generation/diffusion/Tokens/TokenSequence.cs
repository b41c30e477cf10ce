namespace KreaPlatform.Diffusion.Tokens;

/// <summary>A prompt as the text encoder takes it.</summary>
/// <param name="Ids">Token ids, one sequence (S).</param>
/// <param name="Mask">True for tokens, false for padding (S).</param>
/// <param name="PromptTokens">Tokens of the prompt as it was written, before truncation.</param>
/// <param name="Truncated">The prompt had more tokens than the model takes.</param>
internal sealed record TokenSequence(long[] Ids, bool[] Mask, int PromptTokens, bool Truncated);
