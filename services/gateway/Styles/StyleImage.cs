namespace KreaPlatform.Gateway.Styles;

/// <summary>One image of a style.</summary>
public sealed class StyleImage
{
    /// <summary>The style.</summary>
    public required string StyleId { get; init; }
    /// <summary>Place in the style, from 0.</summary>
    public required int Index { get; init; }
    /// <summary>The asset that it is. It can't be deleted while the style has it.</summary>
    public required string AssetId { get; init; }
    /// <summary>Address of the asset's bytes.</summary>
    public required string Blob { get; init; }
    /// <summary>Its share of the style, above 0 and at most 100; shares need not sum to 1.</summary>
    public required double Weight { get; init; }
}
