using KreaPlatform.Diffusion.Styles;

namespace KreaPlatform.Diffusion;

/// <summary>One image of a generation.</summary>
public sealed record GeneratedImage
{
    /// <summary>Columns.</summary>
    public required int Width { get; init; }

    /// <summary>Rows.</summary>
    public required int Height { get; init; }

    /// <summary>Planes red, green, blue, each row by row, in [0, 1] (3 * height * width).</summary>
    public required float[] Pixels { get; init; }

    /// <summary>The seed of its noise.</summary>
    public required ulong Seed { get; init; }

    /// <summary>The prompt as it was used.</summary>
    public required string Prompt { get; init; }

    /// <summary>Tokens of the prompt as it was written, before truncation.</summary>
    public required int PromptTokens { get; init; }

    /// <summary>The prompt had more tokens than the model takes, and its end was dropped.</summary>
    public required bool Truncated { get; init; }

    /// <summary>Steps that were run: fewer than asked for where a source image entered part-way down the schedule.</summary>
    public required int Steps { get; init; }

    /// <summary>What each source did, in the order of the request; sources of influence 0 are there with a measure of 0.</summary>
    public IReadOnlyList<MeasuredSource> Sources { get; init; } = [];

    /// <summary>
    /// G_ij = sum over the steps of (d_i, d_j) * |delta sigma|, d_i = e_i (v_{t+i} - v_t), a row a source. The worth of a set S of sources is sqrt(sum of G_ij over i, j in S).
    /// </summary>
    public IReadOnlyList<IReadOnlyList<double>> Gram { get; init; } = [];
}
