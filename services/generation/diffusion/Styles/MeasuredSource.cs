namespace KreaPlatform.Diffusion.Styles;

/// <summary>What a style source did to one image.</summary>
/// <param name="Id">The source's id.</param>
/// <param name="Kind">Where it comes from.</param>
/// <param name="Applied">The influence e that it was given.</param>
/// <param name="Measured">
/// Its share of the whole displacement, in [0, 1): the sum over the steps of |e| * |v_{t+source} - v_t| * |delta sigma|, divided by that sum over all sources plus the
/// sum of |v_u + (1 + g) (v_t - v_u)| * |delta sigma|.
/// </param>
public sealed record MeasuredSource(string Id, SourceKind Kind, float Applied, double Measured);
