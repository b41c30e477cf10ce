namespace KreaPlatform.Prompting;

/// <summary>Axes that have a meaning of their own here. A bundle may declare others; they are drawn from like light.</summary>
public static class AxisNames
{
    /// <summary>What it is made with: watercolour, film, pencil.</summary>
    public const string Medium = "medium";

    /// <summary>How forms are drawn: flat, ink, 3D. Together with the medium it is one decision, so an image gets one of the two.</summary>
    public const string Rendering = "rendering";

    /// <summary>Colours and grades.</summary>
    public const string Palette = "palette";

    /// <summary>Where it is.</summary>
    public const string Place = "place";

    /// <summary>Light and time of day.</summary>
    public const string Light = "light";

    /// <summary>Medium and rendering under one name: whoever names one has decided about both.</summary>
    internal const string Look = "look";

    internal static string Decision(string axis) => axis is Medium or Rendering ? Look : axis;
}
