namespace KreaPlatform.Gateway.Jobs;

/// <summary>A style reference of a request.</summary>
/// <param name="Image">The asset, or the image of a generation as <c>gen_…/images/0</c>.</param>
/// <param name="Influence">-2 to 2; at 0 it does nothing, below it pushes away.</param>
public sealed record ReferenceInput(string Image, double Influence);
