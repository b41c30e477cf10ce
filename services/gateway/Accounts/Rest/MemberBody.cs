namespace KreaPlatform.Gateway.Accounts.Rest;

/// <summary>A member as it came.</summary>
public sealed class MemberBody
{
    /// <summary>Address.</summary>
    public string? Email { get; set; }
    /// <summary>Name of the role.</summary>
    public string? Role { get; set; }
}
