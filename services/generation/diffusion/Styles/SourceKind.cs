namespace KreaPlatform.Diffusion.Styles;

/// <summary>Where a style source comes from. All kinds enter by the same rule.</summary>
public enum SourceKind
{
    /// <summary>One reference image.</summary>
    Reference,

    /// <summary>A named style: a weighted mean of its images.</summary>
    Style,

    /// <summary>A moodboard's aesthetic: a weighted mean of its representatives.</summary>
    Moodboard,
}
