using FsCheck.Xunit;

namespace KreaPlatform.Prompting.Tests;

public class StyleSlidersTests
{
    private static readonly PromptExpander Expander = new(PromptVocabulary.BuiltIn);

    [Property]
    public void Zero_changes_nothing(long seed, double guidance)
    {
        Assert.Equal(BitConverter.DoubleToInt64Bits(guidance), BitConverter.DoubleToInt64Bits(new StyleSliders(0, 50, 50).Guidance(guidance)));
        Assert.Equal(Expander.Expand("a fox", Creativity.High, 4, seed, _ => true),
            Expander.Expand("a fox", Creativity.High, 4, seed, _ => true, default));
    }

    [Fact]
    public void Intensity_halves_to_doubles_guidance_and_always_rises()
    {
        var guidance = Enumerable.Range(-100, 201).Select(i => new StyleSliders(i, 0, 0).Guidance(2.5)).ToArray();
        Assert.Equal((1.25, 2.5, 5.0), (guidance[0], guidance[100], guidance[200]));
        Assert.All(guidance.Zip(guidance.Skip(1)), pair => Assert.True(pair.First < pair.Second));
    }

    [Theory]
    [InlineData(80, 0, 0, "vivid saturated color, high contrast")]
    [InlineData(-50, 0, 0, "muted color")]
    [InlineData(10, 0, 0, null)]
    [InlineData(0, 100, 0, "intricate, densely detailed")]
    [InlineData(0, -20, 0, "few details")]
    [InlineData(0, 0, 100, "fast motion, motion blur")]
    [InlineData(0, 0, -60, "still and calm")]
    public void A_position_has_its_phrase_on_every_image(int intensity, int complexity, int movement, string? phrase)
    {
        var prompts = Expander.Expand("a fox", Creativity.Low, 4, 9, _ => true, new StyleSliders(intensity, complexity, movement));
        if (phrase is not null) Assert.All(prompts, p => Assert.Contains(", " + phrase, p));
        else Assert.DoesNotContain(prompts, p => p.Contains("muted color") || p.Contains("vivid"));
    }

    [Theory]
    [InlineData("a fox in muted colors", 100, 0, 0, "vivid")]
    [InlineData("a minimalist fox", 0, 100, 0, "intricate")]
    [InlineData("a sleeping fox", 0, 0, 100, "motion")]
    public void The_prompt_wins_over_a_slider(string prompt, int intensity, int complexity, int movement, string never) =>
        Assert.DoesNotContain(Expander.Expand(prompt, Creativity.Low, 8, 2, _ => true, new StyleSliders(intensity, complexity, movement)),
            p => p[prompt.Length..].Contains(never));

    [Fact]
    public void A_small_vocabulary_is_not_left_and_idle_sliders_are_named()
    {
        var sliders = new StyleSliders(80, -80, 80);
        var prompts = new PromptExpander(NanoVocabulary.Declared).Expand("a fox", Creativity.Low, 4, 2, _ => true, sliders);
        Assert.All(prompts, p => Assert.True(p.Contains("vivid colors") && p.Contains("flat design") && !p.Contains("motion"), p));
        Assert.Equal(["movement"], sliders.WithoutEffect(NanoVocabulary.Declared, Creativity.Low, hasGuidance: true));
        Assert.Equal(["intensity", "complexity", "movement"], sliders.WithoutEffect(NanoVocabulary.Declared, Creativity.Raw, hasGuidance: false));
        Assert.Empty(default(StyleSliders).WithoutEffect(NanoVocabulary.Declared, Creativity.Raw, hasGuidance: false));
    }

    [Theory]
    [InlineData(Creativity.Low), InlineData(Creativity.Medium), InlineData(Creativity.High)]
    public void A_slider_does_not_change_whose_turn_a_place_is(Creativity creativity)
    {
        var expander = new PromptExpander(NanoVocabulary.Declared);
        for (var seed = 0; seed < 40; seed++) Assert.Equal(Placed(default, seed), Placed(new StyleSliders(100, 0, 0), seed));

        bool[] Placed(StyleSliders sliders, int seed) => [.. expander.Expand("a fox", creativity, 8, seed, _ => true, sliders)
            .Select(p => NanoVocabulary.Declared.Axes["place"].Any(p.Contains))];
    }

    [Fact]
    public void Range_is_checked()
    {
        Assert.True(new StyleSliders(-100, 100, 0).IsValid);
        Assert.False(new StyleSliders(0, 101, 0).IsValid);
        Assert.False(new StyleSliders(int.MinValue, 0, 0).IsValid);
    }
}
