namespace KreaPlatform.Evaluation;

/// <summary>Where models, data and build outputs lie.</summary>
internal static class RepositoryFiles
{
    private static readonly string Root = FindRoot();

    /// <summary>The labelled pictures.</summary>
    public static string Styles => Path.Combine(Root, "tests", "eval", "styles");

    /// <summary>Where results go by default; not kept in the repository.</summary>
    public static string Results => Path.Combine(Root, "artifacts", "evaluation");

    /// <summary>A file or folder of the models that ship.</summary>
    public static string Model(string path) => Path.Combine(Root, "services", "generation", "models", path);

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Directory.Packages.props"))) folder = Path.GetDirectoryName(folder)!;
        return folder;
    }
}
