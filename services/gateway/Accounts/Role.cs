namespace KreaPlatform.Gateway.Accounts;

/// <summary>What a member is to an account.</summary>
public enum Role
{
    /// <summary>Looks.</summary>
    ReadOnly,
    /// <summary>Sees what is spent, and pays.</summary>
    Billing,
    /// <summary>Builds: makes images, uploads, hooks and keys.</summary>
    Developer,
    /// <summary>Everything, members too.</summary>
    Owner,
}
