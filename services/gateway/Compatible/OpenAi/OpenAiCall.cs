using KreaPlatform.Gateway.Requests;

namespace KreaPlatform.Gateway.Compatible.OpenAi;

/// <summary>An image call, understood: what to make, and how to answer.</summary>
/// <param name="Draft">What to make.</param>
/// <param name="Quality"><c>low</c>, <c>medium</c> or <c>high</c>, as the answer says it.</param>
/// <param name="Url">Whether the answer has links rather than the files themselves.</param>
/// <param name="Stream">Whether the answer is a stream of events.</param>
/// <param name="Partials">How many partial images a stream has at most.</param>
/// <param name="Inputs">How many images went in.</param>
public sealed record OpenAiCall(RequestDraft Draft, string Quality, bool Url, bool Stream, int Partials, int Inputs);
