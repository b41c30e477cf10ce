using KreaPlatform.Gateway.Keys.Rest;

namespace KreaPlatform.Gateway.SignUp;

/// <summary>What following a mailed link, or an administrator, has made.</summary>
/// <param name="Account">Id of the account.</param>
/// <param name="Name">Its name.</param>
/// <param name="Plan">Its plan.</param>
/// <param name="Key">Its key, shown now and never again.</param>
public sealed record JoinedResource(string Account, string Name, string Plan, KeyResource Key);
