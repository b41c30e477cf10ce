namespace KreaPlatform.Gateway.Webhooks.Events;

/// <summary>Types of the events that endpoints can get.</summary>
public static class WebhookEventType
{
    /// <summary>In an endpoint's filter: every type, those of later versions included.</summary>
    public const string Every = "*";
    /// <summary>A generation has its images.</summary>
    public const string Completed = Jobs.TransitionType.Completed;
    /// <summary>A generation ended with a reason.</summary>
    public const string Failed = Jobs.TransitionType.Failed;
    /// <summary>The filter refused every image of a generation.</summary>
    public const string Refused = Jobs.TransitionType.Refused;
    /// <summary>A generation was cancelled.</summary>
    public const string Cancelled = Jobs.TransitionType.Cancelled;
    /// <summary>Another endpoint of the account was disabled by this side.</summary>
    public const string Disabled = "webhook.disabled";
    /// <summary>Sent on request, to try an endpoint out.</summary>
    public const string Test = "webhook.test";

    /// <summary>What an endpoint's filter may name.</summary>
    public static IReadOnlyList<string> All { get; } = [Completed, Failed, Refused, Cancelled, Disabled];

    /// <summary>Those that end a generation.</summary>
    public static IReadOnlyList<string> Endings { get; } = [Completed, Failed, Refused, Cancelled];
}
