namespace KreaPlatform.Gateway.Moderation;

/// <summary>Finds a term in normalised words.</summary>
internal sealed class TermMatcher
{
    private readonly string[] _words;
    private readonly bool _open, _anywhere;

    internal TermMatcher(string text)
    {
        Text = text;
        _open = text.EndsWith('*');
        _words = [.. PromptNormalizer.Words(text.TrimEnd('*'))];
        // Chinese, Japanese and Thai write without spaces.
        _anywhere = _words is [{ } only] && only.Any(c => c is (>= '\u0E00' and <= '\u0E7F') or (>= '\u3040' and < '\uAC00'));
    }

    internal string Text { get; }

    /// <summary>Where it occurs next, from <paramref name="from"/> on: index of its first word, or -1.</summary>
    internal int Find(IReadOnlyList<string> words, int from)
    {
        if (_words.Length == 0) return -1;
        for (var i = from; i + _words.Length <= words.Count; i++)
        {
            var matches = true;
            for (var k = 0; matches && k < _words.Length; k++) matches = Same(words[i + k], _words[k], last: k == _words.Length - 1);
            if (matches) return i;
        }
        return -1;
    }

    internal int Length => _words.Length;

    private bool Same(string word, string term, bool last) =>
        _anywhere ? word.Contains(term, StringComparison.Ordinal)
        : last && _open ? word.StartsWith(term, StringComparison.Ordinal)
        : word == term || (last && word.Length == term.Length + 1 && word[^1] == 's' && word.StartsWith(term, StringComparison.Ordinal));
}
