namespace KreaPlatform.Gateway.Accounts;

/// <summary>Why nothing was done to a member.</summary>
public enum MemberRefusal
{
    /// <summary>The account has no such member.</summary>
    NotFound,
    /// <summary>The role may do more than the key that asks.</summary>
    TooStrong,
    /// <summary>The account would be left without an owner.</summary>
    LastOwner,
    /// <summary>The account has as many members and open invitations as there may be.</summary>
    TooMany,
}
