using FsCheck.Xunit;
using KreaPlatform.Generation.Expansion;

namespace KreaPlatform.Generation.Tests.Expansion;

public sealed class ExpansionRulesTests
{
    [Property(MaxTest = 500)]
    public void What_is_used_has_the_person_s_words_fits_and_adds_nothing_that_controls(string? before, string? prompt, string? after)
    {
        prompt ??= "";
        var text = before + prompt + after;
        if (ExpansionRules.Complaint(text, prompt, ["<|end|>"], t => t.Length < 60) is not null) return;
        Assert.Contains(prompt, text, StringComparison.Ordinal);
        Assert.True(text.Length < 60);
        var at = text.IndexOf(prompt, StringComparison.Ordinal);
        Assert.DoesNotContain(text[..at] + text[(at + prompt.Length)..], char.IsControl);
    }

    [Theory]
    [InlineData("a fox, a fox at dusk", null)]
    [InlineData("ein Fuchs: a fox 狐 🦊", null)]
    [InlineData("A fox at dusk", "without the person's words")]
    [InlineData("a fox\u0000", "with control characters")]
    [InlineData("\u200Ba fox", "with control characters")]
    [InlineData("a fox <|end|>", "with special tokens")]
    [InlineData("a fox .............................................................", "longer than the model's tokens")]
    public void Known_texts(string text, string? complaint) => Assert.Equal(complaint, ExpansionRules.Complaint(text, "a fox", ["<|end|>"], t => t.Length < 60));

    [Fact]
    public void Half_a_character_is_none() => Assert.Equal("with control characters", ExpansionRules.Complaint("a fox \uD83E", "a fox", [], _ => true));

    [Fact]
    public void A_special_token_that_forms_at_the_seam_is_seen() =>
        Assert.Equal("with special tokens", ExpansionRules.Complaint("<|end|>", "<|en", ["<|end|>"], _ => true));
}
