using KreaPlatform.Diffusion.Imaging;

namespace KreaPlatform.Diffusion.Styles;

/// <summary>Something whose style pulls the image towards it, or pushes it away: e (v_{t+source} - v_t) is added to the velocity of every step.</summary>
public sealed record StyleSource
{
    /// <summary>Largest influence, and its negative the smallest.</summary>
    public const float MaxInfluence = 2;

    /// <summary>The caller's name for it, repeated in the measurement.</summary>
    public required string Id { get; init; }

    /// <summary>Where it comes from.</summary>
    public required SourceKind Kind { get; init; }

    /// <summary>e in [-2, 2]. At 0 the source costs nothing and changes no bit.</summary>
    public required float Influence { get; init; }

    /// <summary>
    /// The images that stand for it. Their contexts are averaged by weight; where references enter as latents, their tokens stand together, the heaviest first, up to
    /// the bundle's maximum.
    /// </summary>
    public required IReadOnlyList<Representative> Representatives { get; init; }

    /// <summary>A single reference image.</summary>
    public static StyleSource Reference(string id, PixelImage image, float influence) =>
        new() { Id = id, Kind = SourceKind.Reference, Influence = influence, Representatives = [new Representative(image)] };
}
