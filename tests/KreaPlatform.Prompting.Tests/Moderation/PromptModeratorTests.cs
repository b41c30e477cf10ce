using FsCheck.Xunit;
using KreaPlatform.Gateway.Moderation;

namespace KreaPlatform.Prompting.Tests.Moderation;

public class PromptModeratorTests
{
    private static readonly PromptModerator Moderator = new(new ModerationOptions());

    [Theory]
    [InlineData("a fox wearing a top hat")]
    [InlineData("Scunthorpe town hall at dusk")]
    [InlineData("a cocktail bar in Essex, Sussex and Middlesex")]
    [InlineData("nude mouse in a laboratory, scientific illustration")]
    [InlineData("lipstick in nude tones")]
    [InlineData("a naked mole-rat portrait")]
    [InlineData("a comet visible to the naked eye")]
    [InlineData("poster for Suicide Squad")]
    [InlineData("Al Gore giving a speech")]
    [InlineData("Gore-Tex jacket in the rain")]
    [InlineData("the Venus of Milo, marble")]
    [InlineData("children playing in a meadow")]
    [InlineData("a kind old man with a child")]
    [InlineData("classic analysis of an assassin's class")]
    [InlineData("a rooster and a great tit on a fence")]
    [InlineData("30 cats, 4 dogs and 1 horse at 7 pm")]
    [InlineData("a l'aube, un renard")]
    [InlineData("an x-ray of a fox, XXX-large, www")]
    [InlineData("a nue, the chimera of Japanese legend")]
    [InlineData("新年的狐狸")]
    [InlineData("帽子をかぶったキツネ")]
    [InlineData("рыжая лиса в шляпе")]
    [InlineData("")]
    public void Harmless_prompts_pass(string prompt)
    {
        var verdict = Moderator.Judge(prompt);
        Assert.False(verdict.IsRefused, $"{prompt}: {verdict.Term}");
        Assert.Null(verdict.Code);
    }

    [Theory]
    [InlineData("a nude woman", "prompt_sexual")]
    [InlineData("NUDE", "prompt_sexual")]
    [InlineData("ｎｕｄｅ woman", "prompt_sexual")]
    [InlineData("n u d e woman", "prompt_sexual")]
    [InlineData("n.u.d.e woman", "prompt_sexual")]
    [InlineData("nuuuuude", "prompt_sexual")]
    [InlineData("n\u200bu\u200bd\u200be", "prompt_sexual")]
    [InlineData("núdé", "prompt_sexual")]
    [InlineData("nudе with a Cyrillic e", "prompt_sexual")]
    [InlineData("p0rn", "prompt_sexual")]
    [InlineData("p@rn? no: porn0graphy", "prompt_sexual")]
    [InlineData("n4ked", "prompt_sexual")]
    [InlineData("una mujer desnuda", "prompt_sexual")]
    [InlineData("eine nackte Frau", "prompt_sexual")]
    [InlineData("голая женщина", "prompt_sexual")]
    [InlineData("色情图片", "prompt_sexual")]
    [InlineData("女性のヌード写真", "prompt_sexual")]
    [InlineData("nude mouse next to a nude woman", "prompt_sexual")]
    [InlineData("a decapitated knight, gore", "prompt_violence")]
    [InlineData("Enthauptung auf dem Marktplatz", "prompt_violence")]
    [InlineData("nazi propaganda poster", "prompt_hate")]
    [InlineData("a man commits suicide", "prompt_self_harm")]
    [InlineData("a nude woman in a baby blue room", "prompt_sexual")]
    [InlineData("nude child", "prompt_sexual_minors")]
    [InlineData("a schoolgirl, erotic", "prompt_sexual_minors")]
    [InlineData("lolicon", "prompt_sexual_minors")]
    [InlineData("裸体的小女孩", "prompt_sexual_minors")]
    public void Refuses_with_a_code(string prompt, string code)
    {
        var verdict = Moderator.Judge(prompt);
        Assert.Equal(code, verdict.Code);
        Assert.NotNull(verdict.Term);
    }

    [Property]
    public void Any_text_has_a_verdict_and_case_and_padding_do_not_change_it(string? text)
    {
        var verdict = Moderator.Judge(text ?? "");
        Assert.Equal(verdict.Category, Moderator.Judge("  " + text + " \n").Category);
        Assert.Equal(verdict.Category, Moderator.Judge((text ?? "").ToUpperInvariant().ToLowerInvariant()).Category);
    }

    [Property]
    public void A_refused_term_among_any_words_is_found(byte before, byte after)
    {
        string[] filler = ["a", "fox", "in", "the", "rain", "with", "seven", "lamps"];
        string Some(byte b) => string.Join(' ', Enumerable.Range(0, b % 9).Select(i => filler[(b / 9 + i) % filler.Length]));
        Assert.True(Moderator.Judge($"{Some(before)} blowjob {Some(after)}").IsRefused);
        Assert.False(Moderator.Judge($"{Some(before)} naked mole rat {Some(after)}").IsRefused);
    }

    [Fact]
    public void An_operator_adds_and_allows_but_never_the_gravest()
    {
        var moderator = new PromptModerator(new ModerationOptions
        {
            AllowedCategories = [ModerationCategory.Sexual, ModerationCategory.SexualMinors],
            RefusedTerms = ["mickey mouse", "acme*"],
            AllowedPhrases = ["acme bakery"],
        });
        Assert.False(moderator.Judge("a nude figure study").IsRefused);
        Assert.Equal("prompt_sexual_minors", moderator.Judge("a nude child").Code);
        Assert.Equal("prompt_not_allowed", moderator.Judge("Mickey  MOUSE in a boat").Code);
        Assert.Equal("prompt_not_allowed", moderator.Judge("acmes and anvils").Code);
        Assert.False(moderator.Judge("the Acme Bakery").IsRefused);
        Assert.False(new PromptModerator(new ModerationOptions { Enabled = false }).Judge("porn").IsRefused);
    }

    [Theory]
    [InlineData("Hello, WORLD!", "hello world")]
    [InlineData("s$x 5ex", "ssx sex")]
    [InlineData("a b c", "abc")]
    [InlineData("a b fox", "a b fox")]
    [InlineData("coooool feet", "col feet")]
    [InlineData("１２ ﬁsh", "12 fish")]
    [InlineData("Café Ёлка", "cafe елка")]
    public void Normalises(string text, string words) => Assert.Equal(words, string.Join(' ', PromptNormalizer.Words(text)));
}
