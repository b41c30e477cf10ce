namespace KreaPlatform.Gateway.Webhooks.Delivery;

/// <summary>Stable values of an attempt's <c>error</c>.</summary>
public static class AttemptError
{
    /// <summary>No answer in time.</summary>
    public const string Timeout = "timeout";
    /// <summary>No connection, or it broke.</summary>
    public const string Connection = "connection_failed";
    /// <summary>The URL, or the address behind it, must not be called.</summary>
    public const string UrlRefused = "url_refused";
    /// <summary>A redirect, which is never followed.</summary>
    public const string Redirect = "redirect";
    /// <summary>Any other status than 2xx.</summary>
    public const string Status = "http_status";
    /// <summary>The delivery could not be written or signed; the operator's log says why.</summary>
    public const string Internal = "internal";
}
