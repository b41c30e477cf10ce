using SkiaSharp;

namespace KreaPlatform.Evaluation.Reports;

/// <summary>Markdown on the console and in a file, with pictures beside it.</summary>
internal sealed class Report : IDisposable
{
    private const int Quality = 82;

    private readonly string _folder;
    private readonly StreamWriter _file;

    /// <summary>Begins a report.</summary>
    /// <param name="folder">Where it goes; made when it is missing.</param>
    /// <param name="name">The file's name, without ending.</param>
    public Report(string folder, string name)
    {
        Directory.CreateDirectory(folder);
        (_folder, _file) = (folder, new StreamWriter(Path.Combine(folder, name + ".md")) { AutoFlush = true });
    }

    /// <summary>A heading.</summary>
    public void Heading(string text) => Line($"### {text}\n");

    /// <summary>A paragraph.</summary>
    public void Paragraph(string text) => Line(text + "\n");

    /// <summary>A table.</summary>
    public void Table(IReadOnlyList<string> head, IEnumerable<IReadOnlyList<string>> rows)
    {
        Line(Cells(head));
        Line(Cells([.. head.Select(_ => "---")]));
        foreach (var row in rows) Line(Cells(row));
        Line("");
    }

    /// <summary>A picture, as WebP.</summary>
    public void Picture(string name, SKImage picture)
    {
        using (picture)
        using (var data = picture.Encode(SKEncodedImageFormat.Webp, Quality))
            File.WriteAllBytes(Path.Combine(_folder, name + ".webp"), data.ToArray());
        Line($"![{name}]({name}.webp)\n");
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    private void Line(string text)
    {
        Console.WriteLine(text);
        _file.WriteLine(text);
    }

    private static string Cells(IReadOnlyList<string> cells) => $"| {string.Join(" | ", cells)} |";
}
