using KreaPlatform.Gateway.Accounts;
using KreaPlatform.Gateway.Keys;

namespace KreaPlatform.Gateway.SignUp;

/// <summary>What following a link did.</summary>
/// <param name="Account">The account that was made or joined; null when the link did not work.</param>
/// <param name="Key">The key that was made.</param>
/// <param name="BelongsElsewhere">Whether it did not work because the address is a member of another account.</param>
public sealed record FollowOutcome(Account? Account, NewKey? Key, bool BelongsElsewhere = false);
