namespace KreaPlatform.Gateway.Styles;

/// <summary>A named style as the public API shows it.</summary>
public sealed record StyleResource
{
    /// <summary>Id, <c>sty_…</c>; what a generation names in <c>styles</c>.</summary>
    public required string Id { get; init; }
    /// <summary>Always <c>style</c>.</summary>
    public string Object { get; } = "style";
    /// <summary>What its owner calls it.</summary>
    public required string Name { get; init; }
    /// <summary><c>private</c>: only its account may use it; <c>shared</c>: everybody may.</summary>
    public required StyleVisibility Visibility { get; init; }
    /// <summary>Whether it is yours: only then it can be changed.</summary>
    public required bool Own { get; init; }
    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }
    /// <summary>When name or visibility last changed.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }
    /// <summary>How many images it is made of, 1 to 20.</summary>
    public required int ImageCount { get; init; }
    /// <summary>The images, in order; null when it is not yours, since they stay their owner's.</summary>
    public required IReadOnlyList<StyleImageResource>? Images { get; init; }
}
