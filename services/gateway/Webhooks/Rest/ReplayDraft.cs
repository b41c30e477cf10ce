using KreaPlatform.Gateway.Requests;

namespace KreaPlatform.Gateway.Webhooks.Rest;

/// <summary>The body of a replay as a caller wrote it.</summary>
public sealed class ReplayDraft : Draft
{
    /// <summary>Events at or after this time.</summary>
    public string? From { get; set; }
    /// <summary>Events before this time.</summary>
    public string? To { get; set; }
    /// <summary>States of the deliveries that are sent again.</summary>
    public IReadOnlyList<string?>? Status { get; set; }
}
