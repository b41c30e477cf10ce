namespace KreaPlatform.Vision.Statistics;

/// <summary>A statistic with its interval.</summary>
/// <param name="Value">The statistic of the data.</param>
/// <param name="Low">Lower end of the interval.</param>
/// <param name="High">Upper end of the interval.</param>
public readonly record struct Estimate(double Value, double Low, double High);
