using System.Globalization;
using System.Text;

namespace KreaPlatform.Standalone.Generate;

/// <summary>The receipt for a person.</summary>
internal static class ReceiptText
{
    private static readonly string[] Phases = ["queue", "load", "encode", "denoise", "decode", "post"];

    /// <summary>A few aligned lines.</summary>
    public static string Of(GenerationResource generation)
    {
        var text = new StringBuilder("receipt\n");
        void Line(string name, string value) => text.Append("  ").Append(name.PadRight(9)).Append(value).Append('\n');

        Line("id", generation.Id);
        if (generation.Receipt is { } receipt)
        {
            Line("model", $"{receipt.Model} (bundle {receipt.Bundle[..Math.Min(12, receipt.Bundle.Length)]})");
            var image = receipt.Images[0];
            Line("prompt", $"{image.PromptTokens} tokens" + (image.Truncated ? ", truncated: its end was not read" : ""));
            Line("steps", $"{image.Steps}, guidance {generation.Request?.Guidance.ToString(CultureInfo.InvariantCulture)}");
            Line("seeds", Seeds([.. generation.Images.Select(i => i.Seed)]));
            Line("time", string.Join(", ", Phases.Where(receipt.Times.ContainsKey).Select(p => $"{p} {Duration(receipt.Times[p].GetDouble())}")));
        }
        return text.ToString();
    }

    private static string Seeds(IReadOnlyList<long> seeds) => seeds.Count > 4 ? $"{seeds[0]} to {seeds[^1]}, one each" : string.Join(' ', seeds);

    private static string Duration(double milliseconds) => milliseconds < 1000
        ? milliseconds.ToString("0", CultureInfo.InvariantCulture) + " ms"
        : (milliseconds / 1000).ToString("0.00", CultureInfo.InvariantCulture) + " s";
}
