using KreaPlatform.Evaluation.Boards;
using KreaPlatform.Evaluation.CommandLine;
using KreaPlatform.Evaluation.Content;
using KreaPlatform.Evaluation.Corpus;
using KreaPlatform.Evaluation.Sliders;
using KreaPlatform.Evaluation.Two;
using KreaPlatform.Evaluation.Variation;
using KreaPlatform.Prompting;

namespace KreaPlatform.Evaluation.Tests;

/// <summary>What the controls promise, on a small part of the evaluation: the direction, not the figures of docs/style-control.md.</summary>
public sealed class StyleControlTests(SmallBench small, ITestOutputHelper output)
{
    private Bench Bench => small.Bench;

    [Fact]
    public void Likeness_of_style_rises_with_influence()
    {
        var curve = small.Sweep.MeanCurve;
        output.WriteLine(string.Join(' ', curve.Select(s => s.ToString("F3"))));
        Assert.True(small.Sweep.RhoOfMean > 0.8);
        Assert.True(curve[^1] > small.Sweep.Curves.Average(c => c.SimilarityAt(0)) + 0.05);
    }

    [Fact]
    public void A_negative_influence_leads_away() =>
        Assert.True(small.Sweep.Curves.Average(c => c.SimilarityAt(-1)) < small.Sweep.Curves.Average(c => c.SimilarityAt(0)));

    [Fact]
    public void What_the_reference_shows_does_not_come_in()
    {
        var leaks = small.Sweep.Curves.Select(curve => new ContentLeak(curve, 2, Bench.Corpus)).Where(leak => leak.HasSubjectElsewhere).ToArray();
        var (leak, full) = (leaks.Average(l => l.ToSubject), leaks.Average(l => l.FullScale));
        output.WriteLine($"{leak:F3} of {full:F3}");
        Assert.True(leak < 0.25 * full);
    }

    [Fact]
    public void Of_two_references_the_one_whose_slider_is_raised_gains_more()
    {
        var runs = TwoSliders.Run(Bench.Studio, Bench.Pairs.Where((_, i) => i % 2 == 0).ToArray(), [0, 1.5f], seeds: 1);
        output.WriteLine(string.Join(' ', runs.Select(run => run.Lead(1).ToString("F3"))));
        Assert.True(runs.Average(run => run.Lead(1)) > 0.05);
    }

    [Fact]
    public void A_board_is_nearer_to_unseen_pictures_of_its_style_than_no_source()
    {
        var styles = BoardComparison.Run(Bench.Studio, Bench.Corpus, [.. Bench.BoardPrompts.Take(2)], styles: 4, influence: 1);
        output.WriteLine(string.Join('\n', styles));
        Assert.True(styles.Average(s => s.Six) > styles.Average(s => s.None) + 0.05);
    }

    [Fact]
    public void High_creativity_gives_more_different_pictures_than_raw()
    {
        VariationSetting high = new(Creativity.High, 0);
        var grid = VariationGrid.Run(Bench.Studio, new SubjectIndex(Bench.Corpus.Images, Bench.KnownSubjects), [.. Enumerable.Range(0, 3).Select(i => Bench.Prompts.At(3 * i))],
            [VariationSetting.Plain, high], jobs: 1);
        output.WriteLine(string.Join('\n', grid.Cells.SelectMany(cell => cell.Value)));
        Assert.True(grid.Cells[high].Average(v => v.Style) > 1.2 * grid.Cells[VariationSetting.Plain].Average(v => v.Style));
    }

    [Fact]
    public void Intensity_makes_pictures_more_colourful()
    {
        var run = SliderRun.Run(Bench.Studio, "intensity", Creativity.Medium, [.. Bench.SliderPrompts.Take(5)], seeds: 2);
        Assert.True(SliderReport.Change(run, look => look.Colourfulness) > 0);
    }
}
