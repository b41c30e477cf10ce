namespace KreaPlatform.Evaluation.Corpus;

/// <summary>Prompts from the words that a model declares, by rule: number n is always the same.</summary>
internal sealed class PromptList(IReadOnlyList<string> subjects, IReadOnlyList<string> things)
{
    // Without common factor with the lists' lengths, so that neighbours differ in everything.
    private const int SubjectStride = 7, ThingStride = 11;

    /// <summary>Prompt number <paramref name="number"/>: somebody alone, riding a thing, with a thing, or somewhere, in turn.</summary>
    /// <param name="number">From 0.</param>
    /// <param name="avoid">Who it must not be about.</param>
    public (string Prompt, string Subject) At(int number, string? avoid = null)
    {
        var subject = subjects[number * SubjectStride % subjects.Count];
        if (subject == avoid) subject = subjects[(number * SubjectStride + 1) % subjects.Count];
        var (who, thing) = (Article(subject), Article(things[number * ThingStride % things.Count]));
        return ((number / 3 % 4) switch
        {
            0 => who,
            1 => $"{who} riding {thing}",
            2 => $"{who} with {thing}",
            _ => $"{who} in a meadow",
        }, subject);
    }

    /// <summary>A noun with its article.</summary>
    public static string Article(string noun) => ("aeio".Contains(noun[0]) ? "an " : "a ") + noun;
}
