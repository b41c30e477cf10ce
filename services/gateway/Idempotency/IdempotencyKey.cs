namespace KreaPlatform.Gateway.Idempotency;

/// <summary>
/// Reads the header <c>Idempotency-Key</c> (draft-ietf-httpapi-idempotency-key-header): a structured-field string in quotes (RFC 9651), or bare as many
/// clients send it. Pure.
/// </summary>
public static class IdempotencyKey
{
    /// <summary>Name of the header.</summary>
    public const string Header = "Idempotency-Key";

    /// <summary>Longest key in characters.</summary>
    public const int Longest = 255;

    /// <summary>The key, the same whether it was quoted or not; false with what is wrong otherwise.</summary>
    public static bool TryRead(string? value, out string key, out string error)
    {
        (key, error) = ("", "");
        var text = (value ?? "").Trim(' ', '\t');
        if (text.StartsWith('"'))
        {
            if (!TryUnquote(text, out text))
            {
                error = "must be one string in double quotes, with \\\" and \\\\ as its only escapes, or a bare text";
                return false;
            }
        }
        if (text.Length is 0 or > Longest) error = $"must have 1 to {Longest} characters";
        else if (text.AsSpan().ContainsAnyExceptInRange(' ', '~')) error = "must be printable ASCII";
        else key = text;
        return error.Length == 0;
    }

    private static bool TryUnquote(string text, out string inner)
    {
        var plain = new System.Text.StringBuilder(text.Length);
        inner = "";
        for (var i = 1; i < text.Length; i++)
        {
            if (text[i] == '"')
            {
                inner = plain.ToString();
                return i == text.Length - 1;
            }
            if (text[i] == '\\' && (++i == text.Length || text[i] is not ('"' or '\\'))) return false;
            plain.Append(text[i]);
        }
        return false;
    }
}
