namespace KreaPlatform.Architecture.Tests;

/// <summary>The sources that these tests are about.</summary>
public static class Repository
{
    public static string Root { get; } = FindRoot();

    /// <summary>Files under services, deploy, tools and tests, without what was generated.</summary>
    public static IEnumerable<string> Files(string pattern, params string[] folders) => folders
        .Select(folder => Path.Combine(Root, folder))
        .Where(Directory.Exists)
        .SelectMany(folder => Directory.EnumerateFiles(folder, pattern, SearchOption.AllDirectories))
        .Select(file => Path.GetRelativePath(Root, file).Replace('\\', '/'))
        .Where(file => !file.Split('/').Any(part => part is "obj" or "bin" or "artifacts" or "Migrations" or "node_modules"));

    public static string Read(string file) => File.ReadAllText(Path.Combine(Root, file));

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "KreaPlatform.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("KreaPlatform.sln is in no folder above the tests.");
    }
}
