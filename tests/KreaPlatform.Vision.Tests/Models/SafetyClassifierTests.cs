using KreaPlatform.Vision.Safety;

namespace KreaPlatform.Vision.Tests.Models;

public class SafetyClassifierTests(EvaluationSet set, ITestOutputHelper output)
{
    [Fact]
    public void Hardly_an_illustration_is_refused_and_a_stricter_operator_decides_otherwise()
    {
        var sample = set.Images.Where((_, i) => i % 4 == 3).Select(i => i.ToPlanes()).ToArray();
        var path = Repository.Model("safety/open-nsfw.onnx");
        using var shipped = new SafetyClassifier(path);
        using var strict = new SafetyClassifier(path, new SafetyOptions { FlagAt = 0, RefuseAt = 0 });

        var verdicts = sample.Select(shipped.Judge).ToArray();

        var scores = verdicts.Select(v => v.Score).Order().ToArray();
        output.WriteLine($"{scores.Length} images: median {scores[scores.Length / 2]:0.000}, highest {scores[^1]:0.000}");
        Assert.True(scores[scores.Length / 2] < 0.02);
        Assert.DoesNotContain(verdicts, v => v.Outcome == SafetyOutcome.Refused);
        Assert.True(verdicts.Count(v => v.Outcome == SafetyOutcome.Flagged) <= sample.Length / 50);
        Assert.All(verdicts, v => Assert.InRange(v.Score, 0, 1));
        Assert.Equal("unsafe_image", strict.Judge(sample[0]).Code);
        Assert.Equal(SafetyOutcome.Refused, strict.Judge(sample[0]).Outcome);
        Assert.Empty(shipped.Judge([]));
    }

    [Theory]
    [InlineData(0f, SafetyOutcome.Safe, null)]
    [InlineData(0.399f, SafetyOutcome.Safe, null)]
    [InlineData(0.4f, SafetyOutcome.Flagged, "unsafe_image")]
    [InlineData(0.8f, SafetyOutcome.Refused, "unsafe_image")]
    [InlineData(1f, SafetyOutcome.Refused, "unsafe_image")]
    [InlineData(float.NaN, SafetyOutcome.Refused, "unjudged_image")]
    public void Thresholds_decide_and_what_has_no_score_is_refused(float score, SafetyOutcome outcome, string? code)
    {
        var verdict = SafetyVerdict.Judge(score, new SafetyOptions());
        Assert.Equal((outcome, code), (verdict.Outcome, verdict.Code));
    }
}
