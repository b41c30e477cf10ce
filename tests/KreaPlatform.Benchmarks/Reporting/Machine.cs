using System.Globalization;
using System.Runtime.InteropServices;
using Microsoft.ML.OnnxRuntime;

namespace KreaPlatform.Benchmarks.Reporting;

/// <summary>What the figures were measured on.</summary>
internal static class Machine
{
    public static string Describe()
    {
        var memory = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (1 << 30);
        return string.Create(CultureInfo.InvariantCulture,
            $"{Environment.ProcessorCount} cores of {Processor()}, {memory} GB, {RuntimeInformation.OSDescription.Split('#')[0].Trim()}, {RuntimeInformation.FrameworkDescription}, "
            + $"ONNX Runtime {OrtEnv.Instance().GetVersionString()}, {DateTime.UtcNow:yyyy-MM-dd}");
    }

    private static string Processor()
    {
        const string info = "/proc/cpuinfo";
        if (!File.Exists(info)) return RuntimeInformation.ProcessArchitecture.ToString();
        var lines = File.ReadAllLines(info);
        var model = lines.FirstOrDefault(l => l.StartsWith("model name", StringComparison.Ordinal))?.Split(':')[1].Trim() ?? "an unknown processor";
        var flags = lines.FirstOrDefault(l => l.StartsWith("flags", StringComparison.Ordinal)) ?? "";
        return model + (flags.Contains("avx512f", StringComparison.Ordinal) ? " with AVX-512" : flags.Contains("avx2", StringComparison.Ordinal) ? " with AVX2" : "");
    }
}
