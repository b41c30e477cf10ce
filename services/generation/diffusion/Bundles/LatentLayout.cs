namespace KreaPlatform.Diffusion.Bundles;

/// <summary>Geometry of the latents.</summary>
public sealed record LatentLayout
{
    /// <summary>Channels of the autoencoder's latents (C).</summary>
    public required int Channels { get; init; }

    /// <summary>Pixels a side of one latent.</summary>
    public required int Downscale { get; init; }

    /// <summary>Latents a side of one image token.</summary>
    public required int Patch { get; init; }

    /// <summary>Pixels a side of one image token: sizes are multiples of it.</summary>
    public int TokenSide => Downscale * Patch;

    /// <summary>Numbers in one packed image token.</summary>
    public int TokenWidth => Channels * Patch * Patch;
}
