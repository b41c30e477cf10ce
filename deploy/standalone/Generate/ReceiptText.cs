using System.Globalization;
using System.Text;

namespace KreaPlatform.Standalone.Generate;

/// <summary>The receipt for a person.</summary>
internal static class ReceiptText
{
    private static readonly string[] Phases = ["queue", "load", "encode", "denoise", "decode", "post"];

    /// <summary>A few aligned lines.</summary>
    /// <param name="generation">A generation with images.</param>
    /// <param name="nameOf">What a person calls a source, by its id.</param>
    public static string Of(GenerationResource generation, Func<string, string> nameOf)
    {
        var text = new StringBuilder("receipt\n");
        void Line(string name, string value) => text.Append("  ").Append(name.PadRight(10)).Append(value).Append('\n');

        Line("id", generation.Id);
        if (generation.Receipt is { } receipt)
        {
            Line("model", $"{receipt.Model} (bundle {receipt.Bundle[..Math.Min(12, receipt.Bundle.Length)]})");
            var image = receipt.Images[0];
            Line("prompt", $"{image.PromptTokens} tokens" + (image.Truncated ? ", truncated: its end was not read" : ""));
            Line("steps", $"{image.Steps}, guidance {generation.Request?.Guidance.ToString(CultureInfo.InvariantCulture)}");
            Line("seeds", Seeds([.. generation.Images.Select(i => i.Seed)]));
            foreach (var source in Sources(receipt)) Line(source.Kind, $"{nameOf(source.Id)}: applied {Number(source.Applied)}, measured {Share(source.Measured)} of the way from noise to image");
            if (generation.Request?.Prompt is { } prompt)
                foreach (var expanded in generation.Images.Where(i => i.Prompt != prompt)) Line($"image {expanded.Index + 1}", expanded.Prompt.ReplaceLineEndings(" "));
            if (receipt.Diversity is { } diversity)
                Line("differ", string.Create(CultureInfo.InvariantCulture, $"like {diversity.Style:0.0} of {generation.Images.Count} in style, {diversity.Content:0.0} in content (Vendi score)"));
            if (receipt.WithoutEffect.Count > 0) Line("no effect", string.Join(", ", receipt.WithoutEffect));
            Line("time", string.Join(", ", Phases.Where(receipt.Times.ContainsKey).Select(p => $"{p} {Duration(receipt.Times[p].GetDouble())}")));
        }
        return text.ToString();
    }

    /// <summary>What each source did, in the mean over the images.</summary>
    public static IReadOnlyList<SourceAccount> Sources(GenerationAccount receipt) => [.. receipt.Images[0].Sources.Select((source, i) =>
        source with { Measured = receipt.Images.Average(image => image.Sources[i].Measured) })];

    /// <summary>A number as it was given.</summary>
    public static string Number(double value) => value.ToString("0.###", CultureInfo.InvariantCulture);

    /// <summary>A share in per cent.</summary>
    public static string Share(double share) => (100 * share).ToString("0.0", CultureInfo.InvariantCulture) + " %";

    private static string Seeds(IReadOnlyList<long> seeds) => seeds.Count > 4 ? $"{seeds[0]} to {seeds[^1]}, one each" : string.Join(' ', seeds);

    private static string Duration(double milliseconds) => milliseconds < 1000
        ? milliseconds.ToString("0", CultureInfo.InvariantCulture) + " ms"
        : (milliseconds / 1000).ToString("0.00", CultureInfo.InvariantCulture) + " s";
}
