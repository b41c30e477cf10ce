namespace KreaPlatform.Gateway.Assets;

/// <summary>What a stored image looks like and shows, as a worker described it: one row for all assets of the same bytes, gone with the bytes.</summary>
public sealed class ImageDescription
{
    /// <summary>Address of the bytes.</summary>
    public required string Blob { get; init; }
    /// <summary>Which descriptor made the vectors; vectors of different ones are never compared.</summary>
    public required string Descriptor { get; set; }
    /// <summary>Unit vector of how it looks: 32-bit little-endian floats.</summary>
    public required byte[] Style { get; set; }
    /// <summary>Unit vector of what it shows, alike.</summary>
    public required byte[] Content { get; set; }
    /// <summary>Perceptual hash, 16 hex digits.</summary>
    public required string PerceptualHash { get; set; }
    /// <summary>When it was described.</summary>
    public required DateTimeOffset DescribedAt { get; set; }
}
