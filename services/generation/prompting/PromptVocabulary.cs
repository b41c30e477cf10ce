namespace KreaPlatform.Prompting;

/// <summary>Axes along which images may differ, each with phrases that the model understands.</summary>
/// <param name="Axes">Axis (<c>medium</c>, <c>rendering</c>, <c>palette</c>, <c>place</c>, <c>light</c>, or a bundle's own) to phrases.</param>
/// <param name="IsDeclared">Whether a bundle declared it, so that phrases outside it are not understood.</param>
public sealed record PromptVocabulary(IReadOnlyDictionary<string, IReadOnlyList<string>> Axes, bool IsDeclared)
{
    /// <summary>The project's own lists, for models that understand free language.</summary>
    public static PromptVocabulary BuiltIn { get; } = new(new Dictionary<string, IReadOnlyList<string>>
    {
        [AxisNames.Medium] =
        [
            "as a grainy 35mm film photo", "as a VHS still with tracking lines", "in loose watercolor on rough paper",
            "as an oil painting with thick impasto",
            "as a two-color risograph print", "as black ink manga with screentone", "as a graphite pencil drawing",
            "as a linocut with bold carved lines",
            "in chalk on slate", "as a gouache illustration", "as a collage of torn paper", "as low-resolution pixel art",
            "as a stained glass window",
            "as a stop-motion clay scene", "as embroidery on linen", "as a cyanotype", "as a ukiyo-e woodblock print", "as a Polaroid photo",
            "as a fresco with cracked plaster",
            "as an airbrushed poster",
        ],
        [AxisNames.Palette] =
        [
            "teal and orange palette", "dusty pink and sage", "cobalt and cream", "black and vermilion", "faded earth tones", "acid green and violet",
            "monochrome indigo", "warm ochres", "cold blues and silver", "pastel candy colors", "deep jewel tones", "sun-bleached colors",
            "navy and gold", "bone white and rust", "muted greens", "saturated primary colors",
        ],
        [AxisNames.Place] =
        [
            "in a foggy forest", "on an empty beach", "in a narrow alley", "in a sunlit kitchen", "on a mountain ridge", "in a flooded city street",
            "in a desert canyon",
            "in a crowded night market", "in an overgrown greenhouse", "on a rooftop above the city", "in a snowy village", "under the sea",
            "in an old library",
            "in a wheat field", "at a roadside diner", "in outer space", "on a windswept moor", "in a tiled subway station",
        ],
        [AxisNames.Light] =
        [
            "soft window light", "hard flash", "golden hour backlight", "moonlight", "overcast light", "candlelight", "long evening shadows",
            "harsh midday sun",
            "rim light against darkness", "light through leaves", "the last light of day", "a single spotlight", "morning haze",
            "reflected sign glow",
        ],
    }, IsDeclared: false);

    /// <summary>A bundle's declaration, or the project's own lists when it makes none.</summary>
    public static PromptVocabulary FromBundle(IReadOnlyDictionary<string, string[]>? declared) =>
        declared is null ? BuiltIn : new PromptVocabulary(declared.ToDictionary(a => a.Key, a => (IReadOnlyList<string>)a.Value), IsDeclared: true);
}
