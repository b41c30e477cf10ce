using System.Globalization;
using System.Text;
using KreaPlatform.Benchmarks.Statistics;

namespace KreaPlatform.Benchmarks.Reporting;

/// <summary>A Markdown table whose columns line up in a terminal too.</summary>
internal sealed class Table(params string[] head)
{
    private readonly List<string[]> _rows = [];

    public Table Row(params string[] cells)
    {
        _rows.Add(cells);
        return this;
    }

    /// <summary>A number with as many digits as mean something.</summary>
    public static string Number(double value) => Math.Abs(value) switch
    {
        >= 100 => value.ToString("0", CultureInfo.InvariantCulture),
        >= 10 => value.ToString("0.0", CultureInfo.InvariantCulture),
        _ => value.ToString("0.00", CultureInfo.InvariantCulture),
    };

    public static string Percent(double share) => (100 * share).ToString("0.0", CultureInfo.InvariantCulture) + " %";

    /// <summary>Median, p99 and spread of a series.</summary>
    public static string[] Cells(Series series) => [Number(series.Median), Number(series.P99), Percent(series.Spread)];

    public override string ToString()
    {
        var widths = Enumerable.Range(0, head.Length).Select(i => _rows.Select(r => r[i].Length).Append(head[i].Length).Max()).ToArray();
        var text = new StringBuilder();
        foreach (var row in new[] { head, [.. widths.Select(w => new string('-', w))] }.Concat(_rows))
            text.Append("| ").AppendJoin(" | ", row.Select((cell, i) => cell.PadRight(widths[i]))).Append(" |\n");
        return text.ToString();
    }
}
