namespace KreaPlatform.Diffusion.Bundles;

/// <summary>
/// How a prompt becomes the text encoder's input: <c>prefix + prompt</c>, truncated and padded to <c>PrefixTokens + MaxTokens - SuffixTokens</c>, then the suffix.
/// </summary>
public sealed record PromptLayout
{
    /// <summary>Template text before the prompt; may be empty.</summary>
    public required string Prefix { get; init; }

    /// <summary>Template text after the padding.</summary>
    public required string Suffix { get; init; }

    /// <summary>Tokens of <see cref="Prefix"/>; the context drops them.</summary>
    public required int PrefixTokens { get; init; }

    /// <summary>Tokens of <see cref="Suffix"/>.</summary>
    public required int SuffixTokens { get; init; }

    /// <summary>Tokens of a prompt together with the suffix.</summary>
    public required int MaxTokens { get; init; }

    /// <summary>The token that fills the sequence; a special token of the bundle's tokenizer.</summary>
    public required string PadToken { get; init; }

    /// <summary>Hidden layers that the context stacks (L).</summary>
    public required int Layers { get; init; }

    /// <summary>Width of one layer of the context (D).</summary>
    public required int Width { get; init; }

    /// <summary>Length of the whole sequence (S).</summary>
    public int SequenceTokens => PrefixTokens + MaxTokens;

    /// <summary>Tokens that are left for the prompt itself.</summary>
    public int PromptCapacity => MaxTokens - SuffixTokens;
}
