namespace KreaPlatform.Evaluation.Reports;

/// <summary>A point of a chart.</summary>
/// <param name="X">Across.</param>
/// <param name="Y">Up.</param>
/// <param name="Low">Lower end of its interval; NaN: none.</param>
/// <param name="High">Upper end of its interval.</param>
/// <param name="Label">Written beside it.</param>
internal readonly record struct ChartPoint(double X, double Y, double Low = double.NaN, double High = double.NaN, string Label = "");
