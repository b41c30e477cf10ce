using System.Text;
using KreaPlatform.Diffusion.Bundles;
using Microsoft.ML.Tokenizers;

namespace KreaPlatform.Diffusion.Tokens;

/// <summary>Text to token ids, equal to the reference tokenizer's.</summary>
public sealed class TextTokenizer
{
    private readonly BpeTokenizer bpe;
    private readonly TextNormalizer normalizer;
    private readonly SpecialTokens special;

    private TextTokenizer(BpeTokenizer bpe, TextNormalizer normalizer, SpecialTokens special) =>
        (this.bpe, this.normalizer, this.special) = (bpe, normalizer, special);

    /// <summary>Reads a tokenizer.json.</summary>
    /// <exception cref="BundleException">The file is cut short, or of a kind that this engine doesn't know.</exception>
    public static TextTokenizer Load(string path)
    {
        var (vocabulary, merges, special, normalizer, pattern) = TokenizerJson.Read(path);
        try
        {
            var options = new BpeOptions(vocabulary) { Merges = merges, ByteLevel = true, PreTokenizer = new SplitRule(pattern) };
            return new TextTokenizer(BpeTokenizer.Create(options), normalizer, new SpecialTokens(special));
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or FormatException)
        {
            throw new BundleException(TokenizerJson.File, "vocabulary, merges and a split expression that fit together", e.Message, e);
        }
    }

    /// <summary>Ids of a text. Special tokens written in it become special tokens; lone surrogates become U+FFFD.</summary>
    public IReadOnlyList<int> Encode(string text)
    {
        List<int> ids = [];
        foreach (var (part, id) in special.Split(WellFormed(text)))
        {
            if (id is { } token)
                ids.Add(token);
            else
                ids.AddRange(bpe.EncodeToIds(normalizer.Normalize(part), considerPreTokenization: true, considerNormalization: false));
        }
        return ids;
    }

    /// <summary>The id of a special token such as <c>&lt;|endoftext|&gt;</c>, or null.</summary>
    public int? SpecialToken(string token) => special.IdOf(token);

    private static string WellFormed(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            clean.Append(rune.ToString());
        return clean.ToString();
    }
}
