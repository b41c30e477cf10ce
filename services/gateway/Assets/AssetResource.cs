namespace KreaPlatform.Gateway.Assets;

/// <summary>An asset as the public API shows it.</summary>
public sealed record AssetResource
{
    /// <summary>Id, <c>ast_…</c>.</summary>
    public required string Id { get; init; }
    /// <summary>Always <c>asset</c>.</summary>
    public string Object { get; } = "asset";
    /// <summary>When it came.</summary>
    public required DateTimeOffset CreatedAt { get; init; }
    /// <summary>How it came: <c>upload</c>, <c>url</c> or <c>generation</c>.</summary>
    public required string Origin { get; init; }
    /// <summary>For an image that was made here: the generation.</summary>
    public required string? GenerationId { get; init; }
    /// <summary>For an image that was made here: its place in the generation.</summary>
    public required int? ImageIndex { get; init; }
    /// <summary>Format of the file that is kept: <c>png</c>, <c>jpeg</c> or <c>webp</c>.</summary>
    public required string Format { get; init; }
    /// <summary>Format that it came in: those, or <c>gif</c>.</summary>
    public required string OriginalFormat { get; init; }
    /// <summary>Size of the file that is kept.</summary>
    public required long Bytes { get; init; }
    /// <summary>Pixels, upright.</summary>
    public required int Width { get; init; }
    /// <summary>Pixels, upright.</summary>
    public required int Height { get; init; }
    /// <summary>Where its bytes are: absolute and signed, so that it needs no key while it lives.</summary>
    public required string Url { get; init; }
    /// <summary>Until when <see cref="Url"/> lives; read the asset again for a fresh one.</summary>
    public required DateTimeOffset UrlExpiresAt { get; init; }
    /// <summary>Whether its look is known to us: <c>pending</c>, <c>described</c> or <c>failed</c>.</summary>
    public required DescriptionStatus Description { get; init; }
    /// <summary>Whose it is, and what the file said about its use.</summary>
    public required AssetRights Rights { get; init; }
}
