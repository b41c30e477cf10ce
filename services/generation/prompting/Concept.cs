namespace KreaPlatform.Prompting;

/// <summary>Something that words may say about an image.</summary>
/// <param name="Decisions">What it decides: look, palette, place, light, intensity, complexity, movement.</param>
/// <param name="Cues">Words that say it; any one is enough.</param>
internal sealed record Concept(string[] Decisions, string[] Cues)
{
    internal bool IsIn(TextCues text) => Cues.Any(text.Has);
}
