namespace KreaPlatform.Diffusion.Tests.Golden;

/// <summary>Traces of the reference: KREA_GOLDEN_DIR, or the copy in this repository.</summary>
internal static class GoldenFolder
{
    public static string Path { get; } = Environment.GetEnvironmentVariable("KREA_GOLDEN_DIR") is { Length: > 0 } given ? given : RepositoryPaths.GoldenCopy;

    /// <summary>Names of all cases, FOLDER/CASE.</summary>
    public static IEnumerable<string> Cases() =>
        from folder in Directory.EnumerateDirectories(Path).Order(StringComparer.Ordinal)
        let cases = System.IO.Path.Combine(folder, "cases")
        where Directory.Exists(cases)
        from file in Directory.EnumerateFiles(cases, "*.json").Order(StringComparer.Ordinal)
        select $"{System.IO.Path.GetFileName(folder)}/{System.IO.Path.GetFileNameWithoutExtension(file)}";

    /// <summary>Names of all token lists.</summary>
    public static IEnumerable<string> TokenLists() =>
        Directory.EnumerateFiles(Path, "*-tokens.jsonl").Select(file => System.IO.Path.GetFileName(file)!).Order(StringComparer.Ordinal);
}
