namespace KreaPlatform.ServiceDefaults.Fetching;

/// <summary>Why nothing was fetched. The names, in snake_case, are part of the public API.</summary>
public enum FetchErrorCode
{
    /// <summary>The URL, one that it redirects to, or the address behind it must not be called.</summary>
    UrlRefused,
    /// <summary>No connection, or it broke.</summary>
    UrlUnreachable,
    /// <summary>The answer has no success status.</summary>
    UrlNotFound,
    /// <summary>More redirects than are followed, or one that leads nowhere.</summary>
    TooManyRedirects,
    /// <summary>More bytes than wanted.</summary>
    TooManyBytes,
    /// <summary>It took too long.</summary>
    TooSlow,
}
