namespace KreaPlatform.Gateway.Jobs;

/// <summary>An image of a moodboard that a request brings along.</summary>
/// <param name="Image">The asset, or the image of a generation as <c>gen_…/images/0</c>.</param>
/// <param name="Weight">Its share of the board, above 0; the shares need not sum to 1.</param>
public sealed record BoardImageInput(string Image, double Weight);
