using KreaPlatform.Benchmarks.Reporting;

namespace KreaPlatform.Benchmarks;

/// <summary>A group of measurements that belong together.</summary>
internal interface IMeasurement
{
    /// <summary>Its name on the command line and in docs/performance.md; begins with its part, <c>engine</c>, <c>path</c> or <c>edge</c>.</summary>
    string Name { get; }

    /// <summary>Measures.</summary>
    /// <param name="effort">How much time to take.</param>
    Task<Section> RunAsync(Effort effort);
}
