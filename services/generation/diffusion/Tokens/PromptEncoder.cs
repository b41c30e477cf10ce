using KreaPlatform.Diffusion.Bundles;

namespace KreaPlatform.Diffusion.Tokens;

/// <summary>Lays a prompt out in the bundle's template.</summary>
internal sealed class PromptEncoder
{
    private readonly TextTokenizer tokenizer;
    private readonly PromptLayout layout;
    private readonly int[] suffix;
    private readonly int pad;

    /// <exception cref="BundleException">Tokenizer and bundle.json disagree about the template.</exception>
    public PromptEncoder(TextTokenizer tokenizer, PromptLayout layout)
    {
        (this.tokenizer, this.layout) = (tokenizer, layout);
        int prefix = tokenizer.Encode(layout.Prefix).Count;
        suffix = [.. tokenizer.Encode(layout.Suffix)];
        if (prefix != layout.PrefixTokens || suffix.Length != layout.SuffixTokens)
        {
            throw new BundleException(TokenizerJson.File, $"{layout.PrefixTokens} tokens of prefix and {layout.SuffixTokens} of suffix, as bundle.json says",
                $"{prefix} and {suffix.Length}");
        }
        pad = tokenizer.SpecialToken(layout.PadToken)
            ?? throw new BundleException(TokenizerJson.File, $"the special token {layout.PadToken}, which bundle.json pads with", "none");
    }

    /// <summary>Tokens that a text takes as a prompt.</summary>
    public int Count(string prompt) => tokenizer.Encode(layout.Prefix + prompt).Count - layout.PrefixTokens;

    /// <summary>Prefix and prompt, truncated and padded, then the suffix.</summary>
    public TokenSequence Encode(string prompt)
    {
        // Together, since the tokenizer may merge across the border of prefix and prompt.
        var tokens = tokenizer.Encode(layout.Prefix + prompt);
        int room = layout.SequenceTokens - layout.SuffixTokens;
        int kept = Math.Min(tokens.Count, room);

        var ids = new long[layout.SequenceTokens];
        var mask = new bool[layout.SequenceTokens];
        ids.AsSpan(kept, room - kept).Fill(pad);
        mask.AsSpan(0, kept).Fill(true);
        mask.AsSpan(room).Fill(true);
        for (int i = 0; i < kept; i++)
            ids[i] = tokens[i];
        for (int i = 0; i < suffix.Length; i++)
            ids[room + i] = suffix[i];
        return new TokenSequence(ids, mask, tokens.Count - layout.PrefixTokens, tokens.Count > room);
    }
}
