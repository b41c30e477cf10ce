namespace KreaPlatform.Gateway.Webhooks.Endpoints;

/// <summary>Why an endpoint gets nothing. Stable values.</summary>
public static class DisabledReason
{
    /// <summary>Its owner disabled it.</summary>
    public const string Owner = "owner";
    /// <summary>The receiver answered 410.</summary>
    public const string Gone = "gone";
    /// <summary>It has only failed for a long time.</summary>
    public const string Failing = "failing";
}
