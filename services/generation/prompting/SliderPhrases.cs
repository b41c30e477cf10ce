namespace KreaPlatform.Prompting;

/// <summary>Which phrases stand for a slider's position, best first.</summary>
internal static class SliderPhrases
{
    // For models that understand free language: by slider and sign, three grades from slight to strong.
    private static readonly Dictionary<(string, int), string[]> Free = new()
    {
        [("intensity", 1)] = ["", "vivid color", "vivid saturated color, high contrast"],
        [("intensity", -1)] = ["", "muted color", "muted desaturated color, low contrast"],
        [("complexity", 1)] = ["some detail", "detailed", "intricate, densely detailed"],
        [("complexity", -1)] = ["few details", "simple shapes", "minimal, plain background"],
        [("movement", 1)] = ["a hint of motion", "in motion", "fast motion, motion blur"],
        [("movement", -1)] = ["calm", "still and calm", "completely motionless"],
    };

    // For declared vocabularies: words that mark the phrases of it that do, best first.
    private static readonly Dictionary<(string, int), string[]> Marks = new()
    {
        [("intensity", 1)] = ["vivid", "vibrant", "saturated", "bold"],
        [("intensity", -1)] = ["muted", "pastel", "faded", "pale"],
        [("complexity", 1)] = ["detailed", "intricate", "city", "skyline", "forest", "woods"],
        [("complexity", -1)] = ["minimal", "plain", "flat design", "flat"],
        [("movement", 1)] = ["motion", "dynamic", "moving", "running"],
        [("movement", -1)] = ["still life", "calm", "motionless"],
    };

    /// <summary>For each slider that says something, its candidates.</summary>
    internal static IEnumerable<IReadOnlyList<SliderPhrase>> For(StyleSliders sliders, PromptVocabulary vocabulary)
    {
        foreach (var (slider, value) in ((string, int)[])[("intensity", sliders.Intensity), ("complexity", sliders.Complexity),
            ("movement", sliders.Movement)])
        {
            var grade = (Math.Abs(value) - 1) / 33;
            if (value == 0 || (slider == "intensity" && grade == 0)) continue;
            var key = (slider, Math.Sign(value));
            yield return vocabulary.IsDeclared ? Marked(slider, Marks[key], vocabulary)
                : [new SliderPhrase(slider, Free[key][Math.Min(grade, 2)], slider)];
        }
    }

    private static SliderPhrase[] Marked(string slider, string[] marks, PromptVocabulary vocabulary) =>
    [
        .. from mark in marks
           from axis in vocabulary.Axes.OrderBy(a => a.Key, StringComparer.Ordinal)
           from phrase in axis.Value
           where new TextCues(phrase).Has(mark)
           select new SliderPhrase(slider, phrase, AxisNames.Decision(axis.Key)),
    ];
}
