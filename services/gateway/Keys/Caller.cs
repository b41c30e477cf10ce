namespace KreaPlatform.Gateway.Keys;

/// <summary>Who a key belongs to, and what the plan allows.</summary>
/// <param name="AccountId">The account.</param>
/// <param name="Tier">Scheduling tier of its jobs.</param>
/// <param name="DefaultDeadline">Deadline of a job that names none.</param>
/// <param name="MaxDeadline">Longest deadline that a job may name.</param>
public sealed record Caller(string AccountId, string Tier, TimeSpan DefaultDeadline, TimeSpan MaxDeadline);
