namespace KreaPlatform.Benchmarks.Reporting;

/// <summary>What a measurement found.</summary>
/// <param name="Name">The measurement's name.</param>
/// <param name="Markdown">Its table, and what has to be said to it.</param>
/// <param name="Plots">Drawings as SVG, by file name.</param>
internal sealed record Section(string Name, string Markdown, params (string File, string Svg)[] Plots);
