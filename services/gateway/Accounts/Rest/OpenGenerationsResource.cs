namespace KreaPlatform.Gateway.Accounts.Rest;

/// <summary>An account's open generations.</summary>
/// <param name="Active">Those that wait for a worker or run.</param>
/// <param name="Backlogged">Those that wait behind them.</param>
public sealed record OpenGenerationsResource(int Active, int Backlogged);
