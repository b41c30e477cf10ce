using KreaPlatform.Gateway.Billing;
using KreaPlatform.Gateway.Plans;

namespace KreaPlatform.Gateway.Accounts;

/// <summary>An account, and where it stands now.</summary>
/// <param name="Account">Its row.</param>
/// <param name="Plan">Its plan.</param>
/// <param name="Balance">Its money.</param>
/// <param name="FreeImagesLeft">Free images left of today.</param>
/// <param name="Active">Jobs that wait for a worker or run.</param>
/// <param name="Waiting">Jobs in its backlog.</param>
public sealed record AccountView(Account Account, Plan Plan, Balance Balance, int FreeImagesLeft, int Active, int Waiting);
