using System.Diagnostics.CodeAnalysis;

namespace KreaPlatform.ServiceDefaults.Fetching;

/// <summary>Whether a URL may be called.</summary>
/// <param name="Refusal">Why not; null when it may.</param>
/// <param name="Message">The same as the end of a sentence about the URL, for the person who gave it; names no address of ours.</param>
public sealed record UrlVerdict(UrlRefusal? Refusal, string? Message)
{
    /// <summary>It may be called.</summary>
    public static UrlVerdict Allowed { get; } = new(null, null);

    /// <summary>Whether it may be called.</summary>
    [MemberNotNullWhen(false, nameof(Refusal), nameof(Message))]
    public bool IsAllowed => Refusal is null;
}
