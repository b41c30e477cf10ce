namespace KreaPlatform.Vision.Tests;

/// <summary>Where the shipped models and the evaluation set lie.</summary>
internal static class Repository
{
    private static readonly string Root = FindRoot();

    public static string Model(string path) => Path.Combine(Root, "services", "generation", "models", path);

    public static string Eval(string path) => Path.Combine(Root, "tests", "eval", path);

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Directory.Packages.props"))) folder = Path.GetDirectoryName(folder)!;
        return folder;
    }
}
