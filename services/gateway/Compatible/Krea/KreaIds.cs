using KreaPlatform.Contracts.Ids;

namespace KreaPlatform.Gateway.Compatible.Krea;

/// <summary>Ids as Krea's clients expect them: bare UUIDs. They are the same 128 bits as this platform's own ids, which are taken as well.</summary>
public static class KreaIds
{
    /// <summary>The UUID of an id, in lower case with hyphens.</summary>
    /// <exception cref="ArgumentException">It is no id of that kind.</exception>
    public static string Of(string id, string prefix) => PrefixedId.TryDecode(id, prefix, out var value)
        ? value.ToString("D")
        : throw new ArgumentException($"'{id}' is no id of the kind '{prefix}'.", nameof(id));

    /// <summary>The platform's id of a UUID (or of itself); null for anything else.</summary>
    public static string? Parse(string? text, string prefix) =>
        Guid.TryParseExact(text, "D", out var value) ? prefix + "_" + PrefixedId.Encode(value)
        : PrefixedId.TryDecode(text, prefix, out _) ? text
        : null;
}
