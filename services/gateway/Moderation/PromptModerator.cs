namespace KreaPlatform.Gateway.Moderation;

/// <summary>
/// Judges prompts by lists and patterns, in memory and at once. It is a first line: it stops what is asked for plainly or in common disguises; images
/// are judged by what they show.
/// <list type="number">
/// <item>The prompt becomes normalised words (<see cref="PromptNormalizer"/>).</item>
/// <item>Harmless phrases are taken out, as wholes: "nude mouse" goes, a second "nude" stays.</item>
/// <item>The gravest first: sexual terms together with words for minors.</item>
/// <item>Then the first refused term of a category that the operator does not allow.</item>
/// </list>
/// Whole words are compared, so that Scunthorpe, cocktails and Essex pass without being listed.
/// </summary>
public sealed class PromptModerator : IPromptModerator
{
    private readonly bool _enabled;
    private readonly HashSet<ModerationCategory> _allowedCategories;
    private readonly (ModerationCategory Category, TermMatcher Matcher)[] _refused;
    private readonly TermMatcher[] _minors, _sexualMinors, _allowed;

    /// <summary>A moderator with the lists that ship and the operator's.</summary>
    public PromptModerator(ModerationOptions options)
    {
        _enabled = options.Enabled;
        _allowedCategories = [.. options.AllowedCategories];
        _refused =
        [
            .. options.RefusedTerms.Select(text => (ModerationCategory.Operator, new TermMatcher(text))),
            .. ModerationLists.Refused.Select(term => (term.Category, new TermMatcher(term.Text))),
        ];
        _minors = Matchers(ModerationLists.Minors);
        _sexualMinors = Matchers(ModerationLists.SexualMinors);
        _allowed = Matchers(ModerationLists.Allowed.Concat(options.AllowedPhrases).OrderByDescending(p => p.Length));
    }

    /// <summary>Judges a prompt.</summary>
    public ModerationVerdict Judge(string prompt)
    {
        if (!_enabled) return ModerationVerdict.Passed;
        var words = new List<string>(PromptNormalizer.Words(prompt));                                                   // :: Step 1
        foreach (var phrase in _allowed)                                                                               // :: Step 2
            for (var at = phrase.Find(words, 0); at >= 0; at = phrase.Find(words, at + 1))
            {
                words.RemoveRange(at, phrase.Length);
                words.Insert(at, "");                                  // what stood around it does not become neighbours
            }

        if (First(_sexualMinors, words) is { } gravest) return new ModerationVerdict(ModerationCategory.SexualMinors, gravest);      // :: Step 3
        if (First(_minors, words) is not null
            && First(_refused.Where(r => r.Category == ModerationCategory.Sexual).Select(r => r.Matcher), words) is { } sexual)
            return new ModerationVerdict(ModerationCategory.SexualMinors, sexual);

        foreach (var (category, matcher) in _refused)                                                                  // :: Step 4
            if (!_allowedCategories.Contains(category) && matcher.Find(words, 0) >= 0) return new ModerationVerdict(category, matcher.Text);
        return ModerationVerdict.Passed;
    }

    /// <inheritdoc/>
    public ValueTask<ModerationVerdict> JudgeAsync(string prompt, CancellationToken cancel = default) => ValueTask.FromResult(Judge(prompt));

    private static string? First(IEnumerable<TermMatcher> matchers, IReadOnlyList<string> words) =>
        matchers.FirstOrDefault(m => m.Find(words, 0) >= 0)?.Text;

    private static TermMatcher[] Matchers(IEnumerable<string> texts) => [.. texts.Select(text => new TermMatcher(text))];
}
