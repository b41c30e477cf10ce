using FsCheck.Xunit;
using KreaPlatform.Evaluation.Influence;
using KreaPlatform.Evaluation.Reports;
using KreaPlatform.Evaluation.Studio;
using KreaPlatform.ServiceDefaults.Imaging;

namespace KreaPlatform.Evaluation.Tests;

public sealed class MeasureTests(SmallBench small)
{
    [Fact]
    public void Grey_is_without_colour_and_one_colour_without_contrast_detail_or_entropy()
    {
        var grey = PictureMeasures.Of(Picture((x, y) => ((byte)(7 * x), (byte)(7 * x), (byte)(7 * x))));
        Assert.Equal(0, grey.Colourfulness, 9);
        Assert.True(grey.Contrast > 0.1 && grey.Entropy > 2);

        var red = PictureMeasures.Of(Picture((_, _) => (200, 20, 20)));
        Assert.True(red.Colourfulness > 50);
        Assert.Equal((0.0, 0.0, 0.0), (Math.Round(red.Contrast, 9), red.Detail, Math.Round(red.Entropy, 9)));
    }

    [Fact]
    public void Stripes_are_streaks_and_a_chequerboard_is_not()
    {
        Assert.Equal(1, PictureMeasures.Of(Picture((x, _) => Grey(x % 2 * 255))).Streaks, 6);
        Assert.InRange(PictureMeasures.Of(Picture((x, y) => Grey((x / 4 + y / 4) % 2 * 255))).Streaks, 0, 0.3);
    }

    [Fact]
    public void What_was_observed_is_remembered_also_when_the_last_line_was_cut()
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName(), "seen.jsonl");
        var seen = new Observation([0.1f, -0.2f], [1], new PictureMeasures(1, 2, 3, 4, 5));
        using (var cache = new ObservationCache(path)) cache.Add("a", seen);
        File.AppendAllText(path, "{\"Key\":\"b\",\"Se");

        using var again = new ObservationCache(path);
        Assert.Equal(seen.Style, again.Find("a")!.Style);
        Assert.Equal(seen.Look, again.Find("a")!.Look);
        Assert.Null(again.Find("b"));
    }

    [Fact]
    public void A_style_has_one_pair_however_many_are_asked_for_and_no_prompt_names_what_its_reference_shows()
    {
        var all = StylePair.Of(small.Bench.Corpus, small.Bench.Prompts, 60);
        Assert.Equal(60, all.Select(pair => pair.Reference.Label.Style).Distinct().Count());
        Assert.All(all, pair => Assert.NotEqual(pair.Reference.Label.Subject, pair.Subject));
        Assert.All(StylePair.Of(small.Bench.Corpus, small.Bench.Prompts, 20), pair => Assert.Contains(pair, all));
    }

    [Property]
    public void Every_value_is_on_the_axis_and_there_are_a_few_round_ticks(double a, double b)
    {
        if (!double.IsFinite(a) || !double.IsFinite(b) || Math.Abs(a) > 1e9 || Math.Abs(b) > 1e9 || Math.Abs(a - b) < 1e-3 * Math.Max(Math.Abs(a), 1)) return;
        var axis = Axis.Around([a, b], 10, 90);
        Assert.InRange(axis.At(a), 10, 90);
        Assert.InRange(axis.At(b), 10, 90);
        Assert.InRange(axis.Ticks.Count(), 2, 11);
    }

    private static (byte, byte, byte) Grey(int level) => ((byte)level, (byte)level, (byte)level);

    private static RgbImage Picture(Func<int, int, (byte R, byte G, byte B)> colour)
    {
        const int side = 33;
        var samples = new byte[3 * side * side];
        for (var y = 0; y < side; y++)
            for (var x = 0; x < side; x++)
                (samples[3 * (y * side + x)], samples[3 * (y * side + x) + 1], samples[3 * (y * side + x) + 2]) = colour(x, y);
        return new RgbImage(side, side, samples);
    }
}
