using KreaPlatform.Gateway.Problems;
using KreaPlatform.Gateway.Webhooks.Events;
using KreaPlatform.Gateway.Webhooks.Signing;

namespace KreaPlatform.Gateway.Requests;

/// <summary>Where the end of a generation is told. Whether the URL may be called is judged later, with the network. Pure.</summary>
internal static class JobWebhookRules
{
    /// <summary>The target; null without one or when it is wrong.</summary>
    public static WebhookTarget? Judge(JobWebhookDraft? draft, ErrorList errors)
    {
        if (draft is null) return null;
        if (draft.Url is null && !draft.Given.Contains("url")) errors.Add("/webhook/url", FieldErrorCode.Required, "is required: say where the end is told");
        if (draft.Secret is not null && !WebhookSecret.TryRead(draft.Secret, out _))
            errors.Add("/webhook/secret", FieldErrorCode.Malformed,
                $"must be '{WebhookSecret.Prefix}' and the base64 of {WebhookSecret.LeastBytes} to {WebhookSecret.MostBytes} bytes");
        return draft.Url is null ? null : new WebhookTarget(draft.Url) { Secret = draft.Secret, Format = draft.Format };
    }
}
