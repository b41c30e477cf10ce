namespace KreaPlatform.Gateway.Jobs;

/// <summary>A named style of a request.</summary>
/// <param name="Id">The style, <c>sty_…</c>.</param>
/// <param name="Strength">-2 to 2; at 0 it does nothing, below it pushes away.</param>
public sealed record StyleInput(string Id, double Strength);
