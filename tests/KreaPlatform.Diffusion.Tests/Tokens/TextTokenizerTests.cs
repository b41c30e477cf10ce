using FsCheck;
using FsCheck.Xunit;
using KreaPlatform.Diffusion.Tokens;

namespace KreaPlatform.Diffusion.Tests.Tokens;

public sealed class TextTokenizerTests
{
    private static readonly TextTokenizer Nano = TextTokenizer.Load(Path.Combine(RepositoryPaths.Nano, "tokenizer.json"));
    private static readonly TextTokenizer Tiny = TextTokenizer.Load(Path.Combine(RepositoryPaths.GoldenCopy, "golden-turbo", "bundle", "tokenizer.json"));

    private const string Pattern = @"(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+";

    [Theory]
    [InlineData("a cat's  hat\n", "a| cat|'s| | hat|\n")]
    [InlineData("x𝒶𝓫y", "x𝒶𝓫y")]                 // letters beyond the BMP are letters
    [InlineData("𠀀𠀁 字", "𠀀𠀁| 字")]
    [InlineData("a𝟙𝟚", "a|𝟙|𝟚")]                 // and digits digits, one by one
    [InlineData("cat🐈🚲 ride", "cat|🐈🚲| ride")]
    [InlineData(" 🐈", " 🐈")]
    public void Text_splits_by_character_not_by_surrogate(string text, string pieces) =>
        Assert.Equal(pieces, string.Join('|', new SplitRule(Pattern).PreTokenize(text).Select(piece => text.Substring(piece.Offset, piece.Length))));

    [Property]
    public bool Pieces_are_the_text_in_order(NonNull<string> text)
    {
        string clean = text.Get;
        return string.Concat(new SplitRule(Pattern).PreTokenize(clean).Select(piece => clean.Substring(piece.Offset, piece.Length))) == clean;
    }

    [Property]
    public bool Any_text_has_ids_of_the_vocabulary(NonNull<string> text) => Nano.Encode(text.Get).All(id => id is >= 0 and < 1536);

    [Fact]
    public void Nano_reads_capitals_and_composed_letters_alike()
    {
        Assert.Equal(Nano.Encode("a cat, café"), Nano.Encode("A CAT, Cafe\u0301"));
        Assert.NotEqual(Tiny.Encode("a cat"), Tiny.Encode("A CAT"));
    }

    [Fact]
    public void A_lone_surrogate_is_read_as_the_replacement_character() => Assert.Equal(Tiny.Encode("a \uFFFD b"), Tiny.Encode("a \uD83D b"));

    [Fact]
    public void Special_tokens_in_a_text_are_special_and_what_only_looks_like_one_is_not()
    {
        int end = Tiny.SpecialToken("<|im_end|>")!.Value;
        Assert.Equal([.. Tiny.Encode("a"), end, .. Tiny.Encode(" b")], Tiny.Encode("a<|im_end|> b"));
        Assert.DoesNotContain(end, Tiny.Encode("a<|im_end | > b"));
    }

    [Fact]
    public void The_longest_of_overlapping_special_tokens_wins()
    {
        var special = new SpecialTokens(new Dictionary<string, int> { ["<a>"] = 1, ["<a><b>"] = 2, ["<b>"] = 3 });
        Assert.Equal([("x", null), ("<a><b>", 2), ("<b>", 3), ("<a>", 1)], special.Split("x<a><b><b><a>").ToArray());
    }
}
