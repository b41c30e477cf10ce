namespace KreaPlatform.Prompting;

/// <summary>
/// Three controls, each from -100 to 100; 0 does nothing at all. What each does is fixed and can be measured:
/// <list type="bullet">
/// <item>intensity: guidance times 2^(intensity / 100), so from half to double; from 34 on also a phrase about colour and contrast;</item>
/// <item>complexity: a phrase about how much there is to see, in three grades;</item>
/// <item>movement: a phrase about stillness or motion, in three grades.</item>
/// </list>
/// Phrases never contradict the prompt, and with creativity raw there are none. A bundle that declares its vocabulary gets only phrases of it; a
/// slider for which it has none is reported as without effect.
/// </summary>
/// <param name="Intensity">Muted to vivid.</param>
/// <param name="Complexity">Plain to busy.</param>
/// <param name="Movement">Still to moving.</param>
public readonly record struct StyleSliders(int Intensity, int Complexity, int Movement)
{
    /// <summary>Whether each is within -100 to 100.</summary>
    public bool IsValid => Math.Abs((long)Intensity) <= 100 && Math.Abs((long)Complexity) <= 100 && Math.Abs((long)Movement) <= 100;

    /// <summary>The guidance to sample with: the same bits at intensity 0, rising with it, 0 for a model without guidance.</summary>
    public double Guidance(double guidance) => Intensity == 0 ? guidance : guidance * Math.Pow(2, Intensity / 100.0);

    /// <summary>Sliders that are set but have nothing to work with, by name.</summary>
    public IReadOnlyList<string> WithoutEffect(PromptVocabulary vocabulary, Creativity creativity, bool hasGuidance)
    {
        var idle = new List<string>();
        foreach (var (name, alone) in ((string, StyleSliders)[])[("intensity", new(Intensity, 0, 0)), ("complexity", new(0, Complexity, 0)),
            ("movement", new(0, 0, Movement))])
        {
            var works = (alone.Intensity != 0 && hasGuidance)
                || (creativity != Creativity.Raw && SliderPhrases.For(alone, vocabulary).Any(c => c.Count > 0));
            if (alone != default && !works) idle.Add(name);
        }
        return idle;
    }
}
