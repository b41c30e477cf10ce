namespace KreaPlatform.EndToEnd.Tests.Platform;

/// <summary>The repository that these tests were built from, and the programs of this machine.</summary>
public static class Checkout
{
    /// <summary>Its folder.</summary>
    public static string Root { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    /// <summary>Whether a program is on the path.</summary>
    public static bool HasProgram(string name) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, name)));

    private static string Find(DirectoryInfo folder) => File.Exists(Path.Combine(folder.FullName, "KreaPlatform.sln")) ? folder.FullName : Find(folder.Parent!);
}
