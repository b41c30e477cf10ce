namespace KreaPlatform.Gateway.Keys.Rest;

/// <summary>The body of <c>POST /v1/keys/{id}/rotate</c> as it came.</summary>
public sealed class RotationBody
{
    /// <summary>For how long the old key stays in force.</summary>
    public long? OverlapSeconds { get; set; }
}
