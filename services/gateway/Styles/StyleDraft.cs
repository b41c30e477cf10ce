namespace KreaPlatform.Gateway.Styles;

/// <summary>A style as a caller wrote it: the right types, but no value checked yet. REST and gRPC both end here.</summary>
public sealed class StyleDraft
{
    /// <summary>Names of the fields that were given, even those whose value could not be read.</summary>
    public HashSet<string> Given { get; } = [];
    /// <summary>What it is called.</summary>
    public string? Name { get; set; }
    /// <summary>Its images: asset ids, URLs or data URIs; null where one could not be read.</summary>
    public IReadOnlyList<string?>? Images { get; set; }
    /// <summary>A weight for each image; null where one could not be read.</summary>
    public IReadOnlyList<double?>? Weights { get; set; }
    /// <summary>A name of <see cref="StyleVisibility"/>.</summary>
    public string? Visibility { get; set; }
}
