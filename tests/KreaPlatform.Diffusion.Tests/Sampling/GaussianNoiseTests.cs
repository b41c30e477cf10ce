using FsCheck.Xunit;
using KreaPlatform.Diffusion.Sampling;

namespace KreaPlatform.Diffusion.Tests.Sampling;

public sealed class GaussianNoiseTests
{
    // Known answers of the generator's authors (Random123, kat_vectors).
    [Theory]
    [InlineData(0, 0, 0, new[] { 0x6627e8d5u, 0xe169c58du, 0xbc57ac4cu, 0x9b00dbd8u })]
    [InlineData(ulong.MaxValue, ulong.MaxValue, ulong.MaxValue, new[] { 0x408f276du, 0x41c83b0eu, 0xa20bc7c6u, 0x6d5451fdu })]
    [InlineData(0x299f31d0a4093822, 0x85a308d3243f6a88, 0x0370734413198a2e, new[] { 0xd16cfe09u, 0x94fdccebu, 0x5001e420u, 0x24126ea1u })]
    public void Philox_gives_the_words_of_its_authors(ulong key, ulong low, ulong high, uint[] expected)
    {
        var (w0, w1, w2, w3) = Philox.Block(key, low, high);
        Assert.Equal(expected, (uint[])[w0, w1, w2, w3]);
    }

    // Computed apart, with another language's library functions: a seed must mean the same picture on every machine and in every later version.
    [Theory]
    [InlineData(0, new uint[] { 0x3F7DBB33, 0xBF6CB6B0, 0xBF1E1B9F, 0xBEF6D1B2, 0xBE1D5357, 0x3E392A6D, 0x3F54EC98, 0x3E4A2DA3 })]
    [InlineData(9007199254740991, new uint[] { 0xBFB07428, 0xBF19B154, 0xBEB3FC53, 0xBF011886, 0xBF73B2E5, 0x3FBE3C19, 0x3F37FC04, 0xBF160E2E })]
    public void A_seed_has_these_bits_for_ever(ulong seed, uint[] bits) =>
        Assert.Equal(bits, GaussianNoise.Latents(seed, bits.Length).Select(BitConverter.SingleToUInt32Bits));

    [Property]
    public bool A_longer_image_begins_with_the_noise_of_a_shorter_one(ulong seed, byte length) =>
        GaussianNoise.Latents(seed, 300).AsSpan(0, length).SequenceEqual(GaussianNoise.Latents(seed, length));

    [Property]
    public bool Neighbouring_seeds_and_streams_share_no_number(ulong seed)
    {
        var context = new float[64];
        GaussianNoise.Fill(seed, GaussianNoise.ContextStream, context);
        return !GaussianNoise.Latents(seed, 64).Intersect(GaussianNoise.Latents(seed + 1, 64)).Any() && !GaussianNoise.Latents(seed, 64).Intersect(context).Any();
    }

    [Fact]
    public void The_numbers_are_standard_normal()
    {
        // Moments of 200,000 numbers; the bounds are five standard errors.
        double[] noise = [.. GaussianNoise.Latents(42, 200_000).Select(n => (double)n)];
        double root = Math.Sqrt(noise.Length);
        Assert.InRange(noise.Average(), -5 / root, 5 / root);
        Assert.InRange(noise.Average(n => n * n), 1 - 5 * Math.Sqrt(2) / root, 1 + 5 * Math.Sqrt(2) / root);
        Assert.InRange(noise.Average(n => n * n * n), -5 * Math.Sqrt(15) / root, 5 * Math.Sqrt(15) / root);
        Assert.InRange(noise.Average(n => n * n * n * n), 3 - 5 * Math.Sqrt(96) / root, 3 + 5 * Math.Sqrt(96) / root);
        Assert.InRange(noise.Zip(noise.Skip(1)).Average(pair => pair.First * pair.Second), -5 / root, 5 / root);
    }

    [Property]
    public bool The_logarithm_is_right_to_the_last_bits(uint word)
    {
        double x = (word + 0.5) / 4294967296.0;
        return Math.Abs(GaussianNoise.Log(x) - Math.Log(x)) <= 4e-16 * Math.Max(1, Math.Abs(Math.Log(x)));
    }

    [Property]
    public bool Sine_and_cosine_are_right_to_the_last_bits(uint word)
    {
        double angle = 2 * Math.PI * ((word + 0.5) / 4294967296.0);
        var (sin, cos) = GaussianNoise.SinCosOfTurn(word);
        return Math.Abs(sin - Math.Sin(angle)) < 2e-15 && Math.Abs(cos - Math.Cos(angle)) < 2e-15;
    }
}
