namespace KreaPlatform.Gateway.Compatible.OpenAi;

/// <summary>The parts of a job's input.</summary>
/// <param name="TextTokens">Tokens of the prompts as used.</param>
/// <param name="ImageTokens">One for each 16 x 16 pixels of an image that went in, at the size that the model works at.</param>
public sealed record OpenAiInputTokens(int TextTokens, int ImageTokens);
