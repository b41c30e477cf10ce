using System.Globalization;

namespace KreaPlatform.Gateway.Compatible.OpenAi;

/// <summary>The values of <c>size</c>: <c>auto</c>, or <c>WIDTHxHEIGHT</c> in pixels.</summary>
public static class ImageSize
{
    /// <summary>The model's own size.</summary>
    public const string Auto = "auto";
    /// <summary>Smallest side in pixels.</summary>
    public const int Least = 64;
    /// <summary>Largest side in pixels.</summary>
    public const int Most = 3840;
    /// <summary>How many times as long as the shorter side the longer one may be.</summary>
    public const int Ratio = 3;

    /// <summary>What a value must be.</summary>
    public static string Rule { get; } = $"must be 'auto' or WIDTHxHEIGHT, for instance 1024x1024: sides from {Least} to {Most} pixels, the longer one at most {Ratio} times the shorter";

    /// <summary>Reads a value other than <see cref="Auto"/>.</summary>
    public static bool TryParse(string text, out (int Width, int Height) size)
    {
        size = default;
        var sides = text.Split('x');
        if (sides.Length != 2 || !Side(sides[0], out var width) || !Side(sides[1], out var height)) return false;
        size = (width, height);
        return Math.Max(width, height) <= Ratio * Math.Min(width, height);
    }

    /// <summary>Writes a size.</summary>
    public static string Format(int width, int height) => string.Create(CultureInfo.InvariantCulture, $"{width}x{height}");

    private static bool Side(string text, out int side) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out side) && side is >= Least and <= Most;
}
