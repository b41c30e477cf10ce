namespace KreaPlatform.Gateway.Administration.Rest;

/// <summary>What an administrator sends, as it came; each route reads some of it.</summary>
public sealed class AdminBody
{
    /// <summary>Name of an account.</summary>
    public string? Name { get; set; }
    /// <summary>Address of its owner.</summary>
    public string? Email { get; set; }
    /// <summary>Name of a plan.</summary>
    public string? Plan { get; set; }
    /// <summary>Why.</summary>
    public string? Reason { get; set; }
    /// <summary>How much, in micro-units.</summary>
    public long? AmountMicros { get; set; }
}
