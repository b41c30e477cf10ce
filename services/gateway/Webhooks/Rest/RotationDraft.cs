namespace KreaPlatform.Gateway.Webhooks.Rest;

/// <summary>The body of a rotation as a caller wrote it.</summary>
public sealed class RotationDraft
{
    /// <summary>Seconds for which the old secret signs too.</summary>
    public long? OverlapSeconds { get; set; }
}
