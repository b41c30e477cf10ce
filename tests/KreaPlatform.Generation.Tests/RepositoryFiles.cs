namespace KreaPlatform.Generation.Tests;

/// <summary>Where the shipped models and the evaluation set lie.</summary>
internal static class RepositoryFiles
{
    private static readonly string Root = FindRoot();

    public static string Models => Path.Combine(Root, "services", "generation", "models");

    /// <summary>An image of the evaluation set: one of twelve (0 to 11) in one of sixty styles.</summary>
    public static byte[] Style(int style, int image) => File.ReadAllBytes(Path.Combine(Root, "tests", "eval", "styles", $"style-{style:000}-{image:00}.webp"));

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Directory.Packages.props"))) folder = Path.GetDirectoryName(folder)!;
        return folder;
    }
}
