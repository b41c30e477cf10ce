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
}
