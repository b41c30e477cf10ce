namespace KreaPlatform.ServiceDefaults.Fetching;

/// <summary>Why a URL must not be called.</summary>
public enum UrlRefusal
{
    /// <summary>Not an absolute URL with a host, or one with characters that parsers disagree about.</summary>
    Malformed,
    /// <summary>Another scheme than https.</summary>
    Scheme,
    /// <summary>A user name or password stands before the host.</summary>
    Credentials,
    /// <summary>A port that is not among <see cref="FetchingOptions.Ports"/>.</summary>
    Port,
    /// <summary>The host is, or resolves to, an address that is not public.</summary>
    Address,
    /// <summary>The host's name does not resolve.</summary>
    UnknownHost,
}
