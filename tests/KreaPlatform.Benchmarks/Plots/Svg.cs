using System.Globalization;
using System.Text;

namespace KreaPlatform.Benchmarks.Plots;

/// <summary>A small drawing: text, lines and bars on white.</summary>
internal sealed class Svg(int width, int height)
{
    /// <summary>Colours that people with the common colour blindnesses tell apart (Okabe and Ito 2008).</summary>
    public static readonly string[] Palette = ["#999999", "#56B4E9", "#0072B2", "#009E73", "#E69F00", "#D55E00"];

    private readonly StringBuilder _body = new();

    public void Bar(double x, double y, double w, double h, string colour) => Add($"<rect x=\"{x:0.#}\" y=\"{y:0.#}\" width=\"{w:0.##}\" height=\"{h:0.#}\" fill=\"{colour}\"/>");

    public void Line(double x1, double y1, double x2, double y2, string colour, double stroke = 1) =>
        Add($"<line x1=\"{x1:0.#}\" y1=\"{y1:0.#}\" x2=\"{x2:0.#}\" y2=\"{y2:0.#}\" stroke=\"{colour}\" stroke-width=\"{stroke:0.#}\"/>");

    public void Dot(double x, double y, string colour) => Add($"<circle cx=\"{x:0.#}\" cy=\"{y:0.#}\" r=\"3\" fill=\"{colour}\"/>");

    public void Text(double x, double y, string text, string anchor = "start", int size = 12) =>
        Add($"<text x=\"{x:0.#}\" y=\"{y:0.#}\" text-anchor=\"{anchor}\" font-size=\"{size}\">{text.Replace("&", "&amp;").Replace("<", "&lt;")}</text>");

    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" font-family=\"sans-serif\" fill=\"#222\">\n<rect width=\"{width}\" height=\"{height}\" fill=\"#fff\"/>\n{_body}</svg>\n");

    private void Add(FormattableString element) => _body.Append(element.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
