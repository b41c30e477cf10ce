namespace KreaPlatform.Contracts.Generation;

/// <summary>How one image was made.</summary>
public sealed record ImageReceipt
{
    /// <summary>Place in the job, from 0.</summary>
    public required int Index { get; init; }
    /// <summary>The seed that makes this image alone.</summary>
    public required long Seed { get; init; }
    /// <summary>Steps that were run.</summary>
    public required int Steps { get; init; }
    /// <summary>Tokens of the prompt before truncation.</summary>
    public required int PromptTokens { get; init; }
    /// <summary>Whether the prompt was longer than the model's tokens and lost its end.</summary>
    public required bool Truncated { get; init; }
    /// <summary>What each style source did, in the order of the request; those of influence 0 are there with a measure of 0.</summary>
    public IReadOnlyList<SourceReceipt> Sources { get; init; } = [];
    /// <summary>
    /// G_ij = sum over the steps of (d_i, d_j) |delta sigma|, with d_i = e_i (v_{t+i} - v_t): a row a source. The worth of a set of sources is
    /// the square root of the sum of its entries.
    /// </summary>
    public IReadOnlyList<IReadOnlyList<double>> Gram { get; init; } = [];
}
