using SkiaSharp;

namespace KreaPlatform.Standalone.Generate;

/// <summary>A plain font of this machine. The Linux build of Skia used here does not ask fontconfig, so the usual folders are looked through.</summary>
internal static class SystemTypeface
{
    private static readonly string[] Folders = ["/usr/share/fonts", "/usr/local/share/fonts", "/run/current-system/sw/share/X11/fonts"];
    private static readonly string[] Preferred = ["NotoSans-Regular.ttf", "DejaVuSans.ttf", "LiberationSans-Regular.ttf", "Roboto-Regular.ttf", "FreeSans.ttf"];

    /// <summary>The font, or null where there is none.</summary>
    public static SKTypeface? Find()
    {
        if (!OperatingSystem.IsLinux()) return SKTypeface.Default;
        var options = new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true };
        var fonts = Folders.Where(Directory.Exists).SelectMany(f => Directory.EnumerateFiles(f, "*.ttf", options)).ToList();
        var chosen = Preferred.Select(name => fonts.Find(f => Path.GetFileName(f) == name)).FirstOrDefault(f => f is not null)
            ?? fonts.Find(f => Path.GetFileName(f).Contains("Sans-Regular", StringComparison.Ordinal));
        return chosen is null ? null : SKTypeface.FromFile(chosen);
    }
}
