namespace KreaPlatform.Evaluation.Studio;

/// <summary>What is kept of a picture that was made.</summary>
/// <param name="Style">Its style vector.</param>
/// <param name="Content">Its content vector.</param>
/// <param name="Look">Its colours, contrast and lines.</param>
internal sealed record Observation(float[] Style, float[] Content, PictureMeasures Look);
