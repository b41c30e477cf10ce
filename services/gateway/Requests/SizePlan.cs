using KreaPlatform.Contracts.Generation;

namespace KreaPlatform.Gateway.Requests;

/// <summary>
/// How an image of any size is made by a model with sizes of its own: drawn at the model's nearest ratio, enlarged, then brought to exactly the wanted
/// size by scaling until it covers it and cutting off evenly what hangs over. Pure.
/// </summary>
/// <param name="Size">What the model draws, and what is delivered.</param>
/// <param name="Upscale">Enlargement after drawing: one of <see cref="RequestLimits.Upscales"/>.</param>
public sealed record SizePlan(RequestedSize Size, int Upscale)
{
    /// <summary>The plan for an image of <paramref name="width"/> x <paramref name="height"/> pixels, each at least 1.</summary>
    public static SizePlan For(ModelDescription model, int width, int height)
    {
        // 1. What the model draws itself needs no plan.
        if (Draws(model, width) && Draws(model, height)) return new SizePlan(RequestedSize.Uncropped(width, height, 1), 1);

        // 2. The model's size of the nearest ratio loses the least to cutting; of several, the largest.
        var ratio = Math.Log((double)width / height);
        var sizes = model.AspectRatios.Values.Select(s => (Width: s[0], Height: s[1])).Append((Width: model.NativeSide, Height: model.NativeSide)).Distinct();
        var drawn = sizes.OrderBy(s => Math.Round(Math.Abs(Math.Log((double)s.Width / s.Height) - ratio), 6)).ThenByDescending(s => s.Width * s.Height).First();

        // 3. The smallest enlargement that covers the wanted size, or the largest that there is.
        var factor = RequestLimits.Upscales.FirstOrDefault(f => drawn.Width * f >= width && drawn.Height * f >= height, RequestLimits.Upscales[^1]);
        return new SizePlan(new RequestedSize(drawn.Width, drawn.Height, width, height), factor);
    }

    private static bool Draws(ModelDescription model, int side) =>
        side >= model.MinSide && side <= model.MaxSide && side % RequestLimits.SideMultiple == 0;
}
