namespace KreaPlatform.Benchmarks.Reporting;

/// <summary>Where things are.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string Nano => In("services", "generation", "models", "krea-2-nano");

    public static string In(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "KreaPlatform.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("KreaPlatform.sln is in no folder above the program.");
    }
}
