using KreaPlatform.Contracts.Ids;
using KreaPlatform.Gateway.Styles;

namespace KreaPlatform.Gateway.Compatible.Krea;

/// <summary>A named style as Krea's API shows it.</summary>
public sealed record KreaStyle
{
    /// <summary>A UUID; what a generation names in <c>styles</c>.</summary>
    public required string Id { get; init; }
    /// <summary>What its owner calls it.</summary>
    public required string Title { get; init; }
    /// <summary>Signed links to its images; empty for another account's.</summary>
    public required IReadOnlyList<string> Urls { get; init; }
    /// <summary>Whether everybody may use it.</summary>
    public required bool Public { get; init; }
    /// <summary>The first of <see cref="Urls"/>.</summary>
    public required string? CoverUrl { get; init; }
    /// <summary>Always empty.</summary>
    public string Prompt { get; } = "";
    /// <summary>Models that it can be used with.</summary>
    public required IReadOnlyList<string> Models { get; init; }
    /// <summary>Always null: who made it is not told here.</summary>
    public object? Owner { get; }
    /// <summary>Always 0.</summary>
    public int LikeCount { get; }
    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Shows a style.</summary>
    public static KreaStyle Of(StyleResource style, IReadOnlyList<string> models)
    {
        string[] urls = [.. (style.Images ?? []).Select(i => i.Url)];
        return new KreaStyle
        {
            Id = KreaIds.Of(style.Id, IdPrefix.Style), Title = style.Name, Urls = urls, Public = style.Visibility == StyleVisibility.Shared,
            CoverUrl = urls.FirstOrDefault(), Models = models, CreatedAt = style.CreatedAt,
        };
    }
}
