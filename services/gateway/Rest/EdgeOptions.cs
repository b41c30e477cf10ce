namespace KreaPlatform.Gateway.Rest;

/// <summary>Configuration section <c>Edge</c>: the public side of the gateway.</summary>
public sealed class EdgeOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Edge";

    /// <summary>Base of the absolute URLs in answers, for instance <c>https://api.example.com</c>; null takes scheme and host of each request.</summary>
    public Uri? PublicUrl { get; set; }

    /// <summary>Largest JSON body, and gRPC message, in bytes. Images may come in it as data URIs; larger ones are uploaded first.</summary>
    public int MaxBodyBytes { get; set; } = 8 << 20;

    /// <summary>How long an image's URL lives at least; it expires within an hour after that.</summary>
    public TimeSpan UrlLifetime { get; set; } = TimeSpan.FromHours(24);

    /// <summary>Secrets that sign image URLs, base64 of at least 32 bytes each: the first signs, all verify, so that they can be rotated.</summary>
    public string[] UrlKeys { get; set; } = [];

    /// <summary>File that keeps a generated secret between runs when <see cref="UrlKeys"/> is empty; created when missing.</summary>
    public string? UrlKeyFile { get; set; }

    /// <summary>Origins whose pages may call from a browser, for instance <c>https://app.example.com</c>; <c>*</c> for all. Keys are sent as headers, never as cookies.</summary>
    public string[] AllowedOrigins { get; set; } = [];

    /// <summary>Longest silence of an event stream; then a comment keeps proxies from closing it.</summary>
    public TimeSpan HeartbeatEvery { get; set; } = TimeSpan.FromSeconds(15);
}
