namespace KreaPlatform.Gateway.Webhooks.Endpoints;

/// <summary>Data of the event <c>webhook.disabled</c>.</summary>
/// <param name="Id">The endpoint that gets nothing any more.</param>
/// <param name="Url">Its URL.</param>
/// <param name="Reason">One of <see cref="DisabledReason"/>.</param>
/// <param name="DisabledAt">When.</param>
public sealed record DisabledNotice(string Id, string Url, string Reason, DateTimeOffset DisabledAt)
{
    /// <summary>Always <c>webhook</c>.</summary>
    public string Object { get; } = "webhook";
}
