namespace KreaPlatform.Prompting;

/// <summary>A phrase that a slider may add.</summary>
/// <param name="Slider">The slider's name.</param>
/// <param name="Text">The phrase.</param>
/// <param name="Decision">What it decides, beside what its words do.</param>
internal sealed record SliderPhrase(string Slider, string Text, string Decision);
