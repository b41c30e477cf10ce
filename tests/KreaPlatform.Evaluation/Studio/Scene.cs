namespace KreaPlatform.Evaluation.Studio;

/// <summary>Pictures to be made together.</summary>
internal sealed record Scene
{
    /// <summary>Side of the pictures, in pixels.</summary>
    public const int Side = 128;

    /// <summary>The prompts, one a picture.</summary>
    public required IReadOnlyList<string> Prompts { get; init; }

    /// <summary>The seeds, one a picture.</summary>
    public required IReadOnlyList<ulong> Seeds { get; init; }

    /// <summary>Whose style they take, and how much.</summary>
    public IReadOnlyList<StyleInput> Sources { get; init; } = [];

    /// <summary>Guidance, as the model's README measures with.</summary>
    public float Guidance { get; init; } = 2.5f;

    /// <summary>Steps, as the model's README measures with.</summary>
    public int Steps { get; init; } = 14;

    /// <summary>Noise on the text context, 0 to 1.</summary>
    public float Diversity { get; init; }

    /// <summary>One prompt with several seeds.</summary>
    public static Scene Of(string prompt, IReadOnlyList<ulong> seeds, params IReadOnlyList<StyleInput> sources) =>
        new() { Prompts = [.. seeds.Select(_ => prompt)], Seeds = seeds, Sources = sources };
}
