namespace KreaPlatform.Prompting;

/// <summary>
/// Writes one prompt an image: what the person wrote, untouched and first, then phrases that differ from image to image. Pure: the same request and
/// seed give the same prompts on every machine.
/// <list type="number">
/// <item>Raw, or nothing to add: the prompt itself.</item>
/// <item>What the prompt already decides (look, palette, place, light) is closed.</item>
/// <item>Slider phrases come first, the same for all images.</item>
/// <item>Each image draws from the open axes that its creativity gives it, without replacement over the job; whose turn it is does not depend on the
/// sliders, so that a slider moves one thing. A phrase that decides several things (black and white manga: look and palette) closes them all for its
/// image.</item>
/// <item>A phrase that would not fit the model's tokens is passed over for one that does; a prompt that already fills them stays as it is.</item>
/// </list>
/// </summary>
public sealed class PromptExpander(PromptVocabulary vocabulary)
{
    private readonly PhraseBook _book = new(vocabulary);

    /// <summary>The prompts of a job.</summary>
    /// <param name="prompt">What the person wrote.</param>
    /// <param name="creativity">How far images may wander.</param>
    /// <param name="images">How many.</param>
    /// <param name="seed">The job's seed.</param>
    /// <param name="fits">Whether a prompt fits the model's tokens.</param>
    /// <param name="sliders">Intensity, complexity, movement; none by default.</param>
    /// <returns>One prompt an image, each beginning with <paramref name="prompt"/>.</returns>
    public IReadOnlyList<string> Expand(string prompt, Creativity creativity, int images, long seed, Func<string, bool> fits,
        StyleSliders sliders = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(images);
        if (creativity == Creativity.Raw || string.IsNullOrWhiteSpace(prompt)) return [.. Enumerable.Repeat(prompt, images)];        // :: Step 1
        var said = _book.DecidedBy(prompt);                                                                                           // :: Step 2
        var random = new SplitMix64((ulong)seed);
        var decks = Decks(ref random);
        var (taken, common) = (new HashSet<string>(said), new List<string>());
        foreach (var candidates in SliderPhrases.For(sliders, vocabulary))                                                           // :: Step 3
            if (candidates.FirstOrDefault(phrase => Passes(phrase.Text, phrase.Decision, taken, prompt, common, fits)) is { } chosen)
                Add(chosen.Text, chosen.Decision, taken, common);

        var prompts = new string[images];
        for (var image = 0; image < images; image++)                                                                                 // :: Step 4
        {
            var (decided, phrases) = (new HashSet<string>(taken), new List<string>(common));
            foreach (var decision in Wanted(creativity, image, decks.Keys.Where(d => !said.Contains(d))))
            {
                if (decided.Contains(decision)) continue;
                var drawn = decks[decision].Draw(phrase => Passes(phrase, decision, decided, prompt, phrases, fits), ref random);    // :: Step 5
                if (drawn is not null) Add(drawn, decision, decided, phrases);
            }
            prompts[image] = Compose(prompt, phrases);
        }
        return prompts;
    }

    private SortedDictionary<string, PhraseDeck> Decks(ref SplitMix64 random)
    {
        var decks = new SortedDictionary<string, PhraseDeck>(StringComparer.Ordinal);
        foreach (var axis in vocabulary.Axes.GroupBy(a => AxisNames.Decision(a.Key)).OrderBy(g => g.Key, StringComparer.Ordinal))
            if (axis.OrderBy(a => a.Key, StringComparer.Ordinal).SelectMany(a => a.Value).ToArray() is { Length: > 0 } phrases)
                decks[axis.Key] = new PhraseDeck(_book, phrases, ref random);
        return decks;
    }

    // The look first: it may close others. The rest in turn, so that neighbours in a job differ in what they vary.
    private static IEnumerable<string> Wanted(Creativity creativity, int image, IEnumerable<string> open)
    {
        var decisions = open.ToArray();
        var others = decisions.Where(d => d != AxisNames.Look).ToArray();
        var turned = Enumerable.Range(0, others.Length).Select(i => others[(image + i) % others.Length]);
        var look = decisions.Where(d => d == AxisNames.Look);
        return creativity switch
        {
            Creativity.Low => turned.Take(1),
            Creativity.Medium => look.Concat(turned.Take(1)),
            _ => look.Concat(turned),
        };
    }

    private bool Passes(string phrase, string decision, HashSet<string> decided, string prompt, List<string> phrases, Func<string, bool> fits) =>
        !decided.Contains(decision) && !decided.Overlaps(_book.Decisions(phrase)) && fits(Compose(prompt, [.. phrases, phrase]));

    private void Add(string phrase, string decision, HashSet<string> decided, List<string> phrases)
    {
        phrases.Add(phrase);
        decided.Add(decision);
        decided.UnionWith(_book.Decisions(phrase));
    }

    // Where it is reads on ("a fox in the forest"); the rest follows after commas.
    private static string Compose(string prompt, List<string> phrases)
    {
        var ordered = phrases.Where(ReadsOn).Concat(phrases.Where(p => !ReadsOn(p)));
        var text = prompt;
        foreach (var phrase in ordered)
        {
            var first = text.Length == prompt.Length;
            var joint = char.IsWhiteSpace(text[^1]) ? "" : ".,;:!?。、，！？".Contains(text[^1]) || (first && ReadsOn(phrase)) ? " " : ", ";
            text += joint + phrase;
        }
        return text;
    }

    private static bool ReadsOn(string phrase) =>
        phrase.StartsWith("in ", StringComparison.Ordinal) || phrase.StartsWith("on ", StringComparison.Ordinal)
            || phrase.StartsWith("at ", StringComparison.Ordinal)
        || phrase.StartsWith("under ", StringComparison.Ordinal);
}
