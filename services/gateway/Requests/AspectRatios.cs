using System.Globalization;
using KreaPlatform.Contracts.Generation;

namespace KreaPlatform.Gateway.Requests;

/// <summary>
/// Sizes by aspect ratio. Models draw in steps of 16 pixels, so few of their sizes have exactly a ratio: what is asked for is drawn at the
/// nearest size that covers it and cropped about its centre. Pure.
/// </summary>
public static class AspectRatios
{
    /// <summary>The ratios that every model has: those of Krea's API.</summary>
    public static IReadOnlyList<string> Common { get; } = ["1:1", "4:3", "3:2", "16:9", "2.35:1", "3:4", "4:5", "2:3", "9:16"];

    /// <summary>Every ratio that a model can be asked for.</summary>
    public static IReadOnlyList<string> Of(ModelDescription model) => [.. Common.Union(model.AspectRatios.Keys)];

    /// <summary>Every ratio that a model can be asked for, with the [width, height] of finished images; none for a model that no worker has told of.</summary>
    public static IReadOnlyDictionary<string, int[]> Sizes(ModelDescription model) => model.NativeSide == 0
        ? new Dictionary<string, int[]>()
        : Of(model).ToDictionary(ratio => ratio, ratio => Find(ratio, model, 1) is { } size ? new[] { size.OutputWidth, size.OutputHeight } : []);

    /// <summary>The size for a ratio, enlarged; null for a ratio that the model can't be asked for.</summary>
    public static RequestedSize? Find(string ratio, ModelDescription model, int upscale)
    {
        var known = model.AspectRatios.GetValueOrDefault(ratio);
        if (known is null && !Common.Contains(ratio)) return null;
        // A name of the bundle's that is no ratio stands for just the size.
        if (!TryRead(ratio, out var value)) return RequestedSize.Uncropped(known![0], known[1], upscale);
        var (width, height) = known is null ? Cover(value, model) : (known[0], known[1]);
        var (fullWidth, fullHeight) = (width * upscale, height * upscale);
        return fullWidth > fullHeight * value
            ? new RequestedSize(width, height, (int)Math.Round(fullHeight * value), fullHeight)
            : new RequestedSize(width, height, fullWidth, (int)Math.Round(fullWidth / value));
    }

    /// <summary>The size that covers a ratio with about as many pixels as the model's native square, within its limits.</summary>
    private static (int Width, int Height) Cover(decimal ratio, ModelDescription model)
    {
        var isWide = ratio >= 1;
        var wide = isWide ? ratio : 1 / ratio;
        var longSide = Side(model.NativeSide * (decimal)Math.Sqrt((double)wide));
        var shortSide = Side(longSide / wide);
        return isWide ? (longSide, shortSide) : (shortSide, longSide);

        int Side(decimal pixels) =>
            Math.Clamp((int)Math.Ceiling(pixels / RequestLimits.SideMultiple) * RequestLimits.SideMultiple, model.MinSide, model.MaxSide);
    }

    private static bool TryRead(string ratio, out decimal value)
    {
        value = 0;
        var parts = ratio.Split(':');
        if (parts.Length != 2 || !Read(parts[0], out var width) || !Read(parts[1], out var height)) return false;
        value = width / height;
        return true;

        static bool Read(string text, out decimal number) =>
            decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number) && number is >= 0.01m and <= 10_000;
    }
}
