namespace KreaPlatform.Prompting;

/// <summary>What a vocabulary's phrases decide and resemble, worked out once.</summary>
internal sealed class PhraseBook
{
    private readonly Dictionary<string, HashSet<string>> _decisions = [], _families = [];
    private readonly (string Decision, string[] Cues)[] _cues;

    internal PhraseBook(PromptVocabulary vocabulary)
    {
        foreach (var phrase in vocabulary.Axes.Values.SelectMany(phrases => phrases).Distinct(StringComparer.Ordinal))
            (_decisions[phrase], _families[phrase]) = (Lexicon.Decisions(new TextCues(phrase)), Lexicon.Families(phrase));
        _cues = [.. vocabulary.Axes.Select(axis => (AxisNames.Decision(axis.Key), Lexicon.CuesOf(axis.Value, AxisNames.Decision(axis.Key))))];
    }

    /// <summary>What a phrase decides beside the axis it stands on.</summary>
    internal HashSet<string> Decisions(string phrase) => _decisions.TryGetValue(phrase, out var known)
        ? known : Lexicon.Decisions(new TextCues(phrase));

    /// <summary>What makes it like others.</summary>
    internal HashSet<string> Families(string phrase) => _families[phrase];

    /// <summary>What a prompt decides; the vocabulary's own words count, too.</summary>
    internal HashSet<string> DecidedBy(string prompt)
    {
        var text = new TextCues(prompt);
        var decided = Lexicon.Decisions(text);
        foreach (var (decision, cues) in _cues) if (cues.Any(text.Has)) decided.Add(decision);
        if (Lexicon.NamesSomewhere(text.Words)) decided.Add(AxisNames.Place);
        return decided;
    }
}
