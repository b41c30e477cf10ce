namespace KreaPlatform.Diffusion.Tests;

/// <summary>Folders of the repository, found from where the tests run.</summary>
internal static class RepositoryPaths
{
    public static string Root { get; } = FindRoot();

    /// <summary>The model that ships.</summary>
    public static string Nano { get; } = Path.Combine(Root, "services", "generation", "models", "krea-2-nano");

    public static string GoldenCopy { get; } = Path.Combine(Root, "tests", "golden");

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Directory.Packages.props")))
                return folder.FullName;
        }
        throw new DirectoryNotFoundException($"no repository above {AppContext.BaseDirectory}");
    }
}
