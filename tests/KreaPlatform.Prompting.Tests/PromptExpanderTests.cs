using FsCheck.Xunit;

namespace KreaPlatform.Prompting.Tests;

public class PromptExpanderTests(ITestOutputHelper output)
{
    private static readonly PromptVocabulary Nano = NanoVocabulary.Declared;

    [Property]
    public void Raw_leaves_every_prompt_as_it_is(string? prompt, long seed, byte images) =>
        Assert.All(NanoExpander.Expand(prompt ?? "", Creativity.Raw, images % 17, seed, _ => true, new StyleSliders(90, 90, 90)), p =>
            Assert.Same(prompt ?? "", p));

    [Property]
    public void What_the_person_wrote_comes_first_and_whole_and_the_rest_fits(string? text, byte creativity, byte images, long seed, byte room)
    {
        var prompt = "a fox " + text;
        var limit = prompt.Length + room;

        var prompts = NanoExpander.Expand(prompt, (Creativity)(creativity % 4), images % 16 + 1, seed, p => p.Length <= limit);

        Assert.Equal(images % 16 + 1, prompts.Count);
        Assert.All(prompts, p => Assert.True(p.StartsWith(prompt, StringComparison.Ordinal) && p.Length <= limit, p));
    }

    [Fact]
    public void A_prompt_that_fills_the_model_stays_as_it_is() =>
        Assert.All(NanoExpander.Expand("a fox", Creativity.High, 4, 1, p => p == "a fox"), p => Assert.Equal("a fox", p));

    [Property]
    public void One_seed_is_one_set_of_prompts(long seed) =>
        Assert.Equal(Expand(Nano, "a fox", Creativity.High, 8, seed), Expand(Nano, "a fox", Creativity.High, 8, seed));

    [Fact]
    public void A_seed_gives_these_prompts_on_every_machine() => Assert.Equal(
        [
            "a cat on a bicycle on the street, glowing neon sign, mint and maroon",
            "a cat on a bicycle at sea, comic halftone, orange and navy",
            "a cat on a bicycle in a room, pixel art, green and cream",
            "a cat on a bicycle in winter, ink drawing, cold colors",
        ],
        Expand(Nano, "a cat on a bicycle", Creativity.High, 4, 7));

    [Theory]
    [InlineData(Creativity.Low), InlineData(Creativity.Medium), InlineData(Creativity.High)]
    public void Images_of_a_job_draw_without_replacement(Creativity creativity)
    {
        foreach (var vocabulary in (PromptVocabulary[])[Nano, PromptVocabulary.BuiltIn])
            for (var seed = 0; seed < 50; seed++)
            {
                var prompts = Expand(vocabulary, "a cat on a bicycle", creativity, 16, seed);
                Assert.Equal(16, prompts.Distinct().Count());
                var looks = prompts.Select(p => Drawn(vocabulary, p, "medium", "rendering")).ToArray();
                if (creativity == Creativity.Low) Assert.All(looks, Assert.Empty);
                else Assert.Equal(16, looks.Select(l => Assert.Single(l)).Distinct().Count());
            }
    }

    [Fact]
    public void A_small_job_never_has_two_names_of_one_medium()
    {
        string[][] synonyms = [["vhs still", "vhs screengrab", "old vhs tape"], ["watercolor painting", "watercolor"],
            ["pixel art", "8-bit pixel art"], ["neon lights", "glowing neon sign"]];
        for (var seed = 0; seed < 200; seed++)
        {
            var looks = Expand(Nano, "a fox", Creativity.Medium, 6, seed).SelectMany(p => Drawn(Nano, p, "medium", "rendering")).ToArray();
            Assert.All(synonyms, names => Assert.True(looks.Count(names.Contains) <= 1, string.Join(" | ", looks)));
        }
    }

    [Theory]
    [InlineData("a watercolor of a fox", "medium,rendering")]
    [InlineData("una acuarela de un zorro", "medium,rendering")]
    [InlineData("水彩の狐", "medium,rendering")]
    [InlineData("a 3D render of a fox", "medium,rendering")]
    [InlineData("Photo of a fox", "medium,rendering")]
    [InlineData("pencil-drawn fox", "medium,rendering")]
    [InlineData("a red car", "palette")]
    [InlineData("a fox in pastel tones", "palette")]
    [InlineData("black-and-white portrait of a fox", "palette")]
    [InlineData("a fox on the beach", "place")]
    [InlineData("a fox in the kitchen", "place")]
    [InlineData("a fox inside a hollow tree trunk", "place")]
    [InlineData("a fox at night", "place,light")]
    [InlineData("a fox by candlelight", "light")]
    public void What_the_prompt_says_is_not_said_again(string prompt, string axes)
    {
        foreach (var vocabulary in (PromptVocabulary[])[Nano, PromptVocabulary.BuiltIn])
            for (var seed = 0; seed < 40; seed++)
                Assert.All(Expand(vocabulary, prompt, Creativity.High, 8, seed), p =>
                    Assert.Empty(Drawn(vocabulary, p[prompt.Length..], axes.Split(','))));
    }

    [Theory]
    [InlineData("a cat on a bicycle", "medium,palette,place")]
    [InlineData("a fox in a top hat", "medium,palette,place")]
    [InlineData("a black cat", "medium,place")]
    [InlineData("an old man", "medium,palette,place")]
    public void What_the_prompt_leaves_open_is_drawn(string prompt, string axes)
    {
        var prompts = Expand(Nano, prompt, Creativity.High, 16, 3);
        output.WriteLine(string.Join('\n', prompts));
        foreach (var axis in axes.Split(','))
            Assert.True(prompts.Count(p => Drawn(Nano, p[prompt.Length..], axis == "medium" ? ["medium", "rendering"] : [axis]).Length > 0) >= 9,
                axis);
    }

    [Fact]
    public void Phrases_of_one_image_do_not_contradict_each_other()
    {
        for (var seed = 0; seed < 200; seed++)
            foreach (var prompt in Expand(Nano, "a fox", Creativity.High, 16, seed))
            {
                Assert.True(Drawn(Nano, prompt, "medium", "rendering").Length <= 1 && Drawn(Nano, prompt, "palette").Length <= 1
                    && Drawn(Nano, prompt, "place").Length <= 1, prompt);
                if (prompt.Contains("black and white manga") || prompt.Contains("blueprint")) Assert.Empty(Drawn(Nano, prompt, "palette"));
            }
    }

    [Fact]
    public void A_place_that_brings_its_light_closes_light()
    {
        var vocabulary = PromptVocabulary.FromBundle(new Dictionary<string, string[]> { ["light"] = ["zenith mode"], ["place"] = ["at night"] });
        Assert.DoesNotContain(new PromptExpander(vocabulary).Expand("a fox", Creativity.High, 8, 4, _ => true), p =>
            p.IndexOf("at night", StringComparison.Ordinal) is > 0 and var at && p.IndexOf("zenith", StringComparison.Ordinal) > at);
    }

    [Fact]
    public void More_creativity_adds_more()
    {
        double Added(Creativity creativity) => Enumerable.Range(0, 50)
            .Average(seed => Expand(Nano, "a fox", creativity, 8, seed).Average(p => p.Length));
        Assert.True(Added(Creativity.Raw) < Added(Creativity.Low) && Added(Creativity.Low) < Added(Creativity.Medium)
            && Added(Creativity.Medium) < Added(Creativity.High));
    }

    [Fact]
    public void Generator_gives_the_published_numbers()
    {
        var random = new SplitMix64(1234567);
        Assert.Equal([6457827717110365317ul, 3203168211198807973ul, 9817491932198370423ul, 4593380528125082431ul, 16408922859458223821ul],
            Enumerable.Range(0, 5).Select(_ => random.Next()));
    }

    private static readonly PromptExpander NanoExpander = new(Nano), FreeExpander = new(PromptVocabulary.BuiltIn);

    private static IReadOnlyList<string> Expand(PromptVocabulary vocabulary, string prompt, Creativity creativity, int images, long seed) =>
        (ReferenceEquals(vocabulary, Nano) ? NanoExpander : FreeExpander).Expand(prompt, creativity, images, seed, _ => true);

    // Phrases of some axes in a prompt, the longest reading of each.
    private static string[] Drawn(PromptVocabulary vocabulary, string prompt, params string[] axes)
    {
        var found = vocabulary.Axes.Where(a => axes.Contains(a.Key)).SelectMany(a => a.Value)
            .Where(p => prompt.EndsWith(p) || prompt.Contains(p + ",") || prompt.Contains(p + " in ")).ToArray();
        return [.. found.Where(p => !found.Any(q => q != p && q.Contains(p)))];
    }
}
