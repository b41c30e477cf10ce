namespace KreaPlatform.Gateway.Compatible.Krea;

/// <summary>
/// Sizes of Krea's aspect ratios at <c>1K</c>: about a megapixel, multiples of 16, exactly the ratio where such a size exists. Krea publishes no table;
/// of its own sizes only 2.35:1 is known, and is the same.
/// </summary>
public static class KreaSizes
{
    /// <summary>The only value of <c>resolution</c>.</summary>
    public const string Resolution = "1K";

    private static readonly Dictionary<string, (int Width, int Height)> Sizes = new()
    {
        ["1:1"] = (1024, 1024), ["4:3"] = (1152, 864), ["3:2"] = (1248, 832), ["16:9"] = (1280, 720), ["2.35:1"] = (1568, 672),
        ["3:4"] = (864, 1152), ["4:5"] = (896, 1120), ["2:3"] = (832, 1248), ["9:16"] = (720, 1280),
    };

    /// <summary>The ratios, in the order of the documentation.</summary>
    public static IReadOnlyCollection<string> Ratios => Sizes.Keys;

    /// <summary>Pixels of a ratio; false for one that Krea does not have.</summary>
    public static bool TryFind(string ratio, out (int Width, int Height) size) => Sizes.TryGetValue(ratio, out size);
}
