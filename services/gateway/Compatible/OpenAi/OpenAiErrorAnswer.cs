namespace KreaPlatform.Gateway.Compatible.OpenAi;

/// <summary>The body of an error.</summary>
/// <param name="Error">What is wrong.</param>
public sealed record OpenAiErrorAnswer(OpenAiError Error);
