namespace KreaPlatform.Diffusion.Tokens;

/// <summary>Finds special tokens in raw text, leftmost first and longest among equals, as the reference does.</summary>
internal sealed class SpecialTokens(IReadOnlyDictionary<string, int> ids)
{
    private readonly string[] longestFirst = [.. ids.Keys.OrderByDescending(token => token.Length).ThenBy(token => token, StringComparer.Ordinal)];

    /// <summary>The id of a special token, or null.</summary>
    public int? IdOf(string token) => ids.TryGetValue(token, out int id) ? id : null;

    /// <summary>The text in order: stretches of plain text (no id) and special tokens.</summary>
    public IEnumerable<(string Text, int? Id)> Split(string text)
    {
        int start = 0;
        for (int i = 0; i < text.Length; i++)
        {
            string? token = Array.Find(longestFirst, t => text.AsSpan(i).StartsWith(t, StringComparison.Ordinal));
            if (token is null)
                continue;
            if (i > start)
                yield return (text[start..i], null);
            yield return (token, ids[token]);
            start = i + token.Length;
            i = start - 1;
        }
        if (start < text.Length)
            yield return (text[start..], null);
    }
}
