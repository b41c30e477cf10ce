namespace KreaPlatform.Prompting;

/// <summary>Phrases of one decision, drawn without replacement; when all that may be drawn are gone, the used ones are shuffled in again.</summary>
internal sealed class PhraseDeck
{
    private readonly PhraseBook _book;
    private readonly string[] _phrases;
    private readonly List<string> _left;

    internal PhraseDeck(PhraseBook book, IEnumerable<string> phrases, ref SplitMix64 random)
    {
        _book = book;
        _phrases = [.. phrases.Distinct(StringComparer.Ordinal)];
        _left = Order(ref random);
    }

    /// <summary>The next phrase that passes, or null when none does.</summary>
    internal string? Draw(Func<string, bool> passes, ref SplitMix64 random)
    {
        if (Take(passes) is { } phrase) return phrase;
        if (_left.Count == _phrases.Length) return null;
        _left.AddRange(Order(ref random).Except(_left).ToArray());
        return Take(passes);
    }

    private string? Take(Func<string, bool> passes)
    {
        var at = _left.FindIndex(phrase => passes(phrase));
        if (at < 0) return null;
        var phrase = _left[at];
        _left.RemoveAt(at);
        return phrase;
    }

    // Shuffled, then in rounds within which no two are alike: "vhs still" and "old vhs tape" come as late after each other as can be.
    private List<string> Order(ref SplitMix64 random)
    {
        string[] shuffled = [.. _phrases];
        random.Shuffle(shuffled.AsSpan());
        var waiting = shuffled.Select(phrase => (Phrase: phrase, Families: _book.Families(phrase))).ToList();
        var order = new List<string>(waiting.Count);
        while (waiting.Count > 0)
        {
            var seen = new HashSet<string>();
            for (var i = 0; i < waiting.Count;)
            {
                if (seen.Overlaps(waiting[i].Families)) { i++; continue; }
                seen.UnionWith(waiting[i].Families);
                order.Add(waiting[i].Phrase);
                waiting.RemoveAt(i);
            }
        }
        return order;
    }
}
