using System.Diagnostics.CodeAnalysis;

namespace KreaPlatform.ServiceDefaults.Fetching;

/// <summary>What became of a fetch: bytes, or the reason why not.</summary>
public sealed record FetchResult
{
    /// <summary>The body; null when it failed.</summary>
    public byte[]? Bytes { get; private init; }

    /// <summary>The reason; null when it succeeded.</summary>
    public FetchErrorCode? Error { get; private init; }

    /// <summary>The reason as the end of a sentence about the URL.</summary>
    public string? Message { get; private init; }

    /// <summary>Whether there are bytes.</summary>
    [MemberNotNullWhen(true, nameof(Bytes))]
    [MemberNotNullWhen(false, nameof(Error), nameof(Message))]
    public bool Succeeded => Bytes is not null;

    internal static FetchResult Of(byte[] bytes) => new() { Bytes = bytes };

    internal static FetchResult Failed(FetchErrorCode error, string message) => new() { Error = error, Message = message };
}
