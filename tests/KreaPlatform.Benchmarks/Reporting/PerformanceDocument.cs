namespace KreaPlatform.Benchmarks.Reporting;

/// <summary>
/// docs/performance.md: each section's figures stand between <c>&lt;!-- measured: NAME --&gt;</c> and <c>&lt;!-- end --&gt;</c>, and are replaced there;
/// the sentences around them are a person's.
/// </summary>
internal static class PerformanceDocument
{
    private const string End = "<!-- end -->";

    public static void Write(Section section)
    {
        var file = Repository.In("docs", "performance.md");
        var text = File.ReadAllText(file);
        var mark = $"<!-- measured: {section.Name} -->";
        var start = text.IndexOf(mark, StringComparison.Ordinal);
        var end = start < 0 ? -1 : text.IndexOf(End, start, StringComparison.Ordinal);
        if (end < 0) throw new InvalidDataException($"docs/performance.md has no place for {section.Name}: put '{mark}' and '{End}' where its figures go.");
        File.WriteAllText(file, $"{text[..start]}{mark}\n{section.Markdown.TrimEnd()}\n\n*{Machine.Describe()}*\n{text[end..]}");
        foreach (var (name, svg) in section.Plots)
        {
            Directory.CreateDirectory(Repository.In("docs", "images", "performance"));
            File.WriteAllText(Repository.In("docs", "images", "performance", name), svg);
        }
    }
}
