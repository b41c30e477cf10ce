namespace KreaPlatform.Gateway.Styles;

/// <summary>A named style: a look given by images. It keeps its sources, so that credit reaches them.</summary>
public sealed class Style
{
    /// <summary>Public id, <c>sty_…</c>.</summary>
    public required string Id { get; init; }
    /// <summary>Whose it is.</summary>
    public required string AccountId { get; init; }
    /// <summary>What its owner calls it.</summary>
    public required string Name { get; set; }
    /// <summary>Who may use it.</summary>
    public required StyleVisibility Visibility { get; set; }
    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }
    /// <summary>When name or visibility last changed.</summary>
    public required DateTimeOffset UpdatedAt { get; set; }
    /// <summary>Its images, 1 to 20, in the order in which they were given. They never change: another set is another style.</summary>
    public List<StyleImage> Images { get; init; } = [];
}
