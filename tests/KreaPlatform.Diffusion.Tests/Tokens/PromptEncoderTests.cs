using FsCheck.Xunit;
using KreaPlatform.Diffusion.Bundles;

namespace KreaPlatform.Diffusion.Tests.Tokens;

public sealed class PromptEncoderTests
{
    private static readonly Krea2Pipeline Nano = Pipelines.Nano;

    // "cat" is one token of nano's.
    private static string Words(int count) => string.Join(' ', Enumerable.Repeat("cat", count));

    [Property]
    public bool Every_sequence_has_its_full_length_and_ends_in_the_suffix(byte words)
    {
        PromptLayout layout = Nano.Bundle.Manifest.Prompt;
        var tokens = Nano.Components.Prompts.Encode(Words(words));
        int kept = Math.Min((int)words, layout.PromptCapacity);
        return tokens.Ids.Length == layout.SequenceTokens
            && tokens.Mask.Count(m => m) == kept + layout.SuffixTokens
            && tokens.Mask[^1]
            && tokens.Ids[^1] == 1535
            && tokens.Ids.Skip(kept).Take(layout.PromptCapacity - kept).All(id => id == 1534)
            && tokens.PromptTokens == words
            && tokens.Truncated == words > layout.PromptCapacity;
    }

    [Fact]
    public void A_prompt_that_just_fits_is_not_truncated_and_one_token_more_is()
    {
        int capacity = Nano.Bundle.Manifest.Prompt.PromptCapacity;
        Assert.False(Nano.Components.Prompts.Encode(Words(capacity)).Truncated);
        var longer = Nano.Components.Prompts.Encode(Words(capacity) + " hat");
        Assert.True(longer.Truncated);
        Assert.Equal(Nano.Components.Prompts.Encode(Words(capacity)).Ids, longer.Ids);
    }

    [Fact]
    public void Counting_agrees_with_encoding() => Assert.Equal(5, Nano.CountTokens("a cat riding a bicycle"));
}
