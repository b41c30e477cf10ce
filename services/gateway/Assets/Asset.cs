using KreaPlatform.ServiceDefaults.Imaging.Rights;

namespace KreaPlatform.Gateway.Assets;

/// <summary>An image that an account gave us, or kept of what it made. Its pixels never change.</summary>
public sealed class Asset
{
    /// <summary>Public id, <c>ast_…</c>.</summary>
    public required string Id { get; init; }
    /// <summary>Whose it is.</summary>
    public required string AccountId { get; init; }
    /// <summary>Lower-case hex SHA-256 of the bytes as they came: the same bytes again are the same asset.</summary>
    public required string Source { get; init; }
    /// <summary>How it came: one of <see cref="AssetOrigin"/>.</summary>
    public required string Origin { get; init; }
    /// <summary>For an image of a generation: the generation.</summary>
    public string? GenerationId { get; init; }
    /// <summary>For an image of a generation: its place there.</summary>
    public int? ImageIndex { get; init; }
    /// <summary>Address of the bytes that are kept: upright, without metadata.</summary>
    public required string Blob { get; init; }
    /// <summary>Size of the kept file.</summary>
    public required long Bytes { get; init; }
    /// <summary>Format of the kept file; one of <see cref="Contracts.Generation.OutputFormat"/>.</summary>
    public required string Format { get; init; }
    /// <summary>Format that it came in: those, or <c>gif</c>.</summary>
    public required string OriginalFormat { get; init; }
    /// <summary>Pixels, upright.</summary>
    public required int Width { get; init; }
    /// <summary>Pixels, upright.</summary>
    public required int Height { get; init; }
    /// <summary>What the file said about its use, before that was removed.</summary>
    public required RightsHints Hints { get; init; }
    /// <summary>When it came.</summary>
    public required DateTimeOffset CreatedAt { get; init; }
    /// <summary>Whether it has been described (<see cref="ImageDescription"/>).</summary>
    public DescriptionStatus Description { get; set; }
    /// <summary>When a description was last asked for.</summary>
    public required DateTimeOffset DescriptionAskedAt { get; set; }
}
