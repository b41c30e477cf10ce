namespace KreaPlatform.ServiceDefaults.Fetching;

/// <summary>A call was not made because its URL, or the address behind it, must not be called.</summary>
/// <param name="verdict">Why not.</param>
public sealed class UrlRefusedException(UrlVerdict verdict) : HttpRequestException(HttpRequestError.ConnectionError, $"The URL {verdict.Message}.")
{
    /// <summary>Why not.</summary>
    public UrlVerdict Verdict => verdict;
}
