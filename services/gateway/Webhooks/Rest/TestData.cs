namespace KreaPlatform.Gateway.Webhooks.Rest;

/// <summary>Data of the event <c>webhook.test</c>.</summary>
/// <param name="Id">The endpoint.</param>
/// <param name="Message">A word to whoever reads it.</param>
public sealed record TestData(string Id, string Message)
{
    /// <summary>Always <c>webhook</c>.</summary>
    public string Object { get; } = "webhook";
}
