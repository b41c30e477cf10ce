using FsCheck.Xunit;
using KreaPlatform.Diffusion.Sampling;

namespace KreaPlatform.Diffusion.Tests.Sampling;

public sealed class EvaluationPlanTests
{
    [Property]
    public bool Calls_cover_every_row_once_within_the_cap_and_evenly(ushort rows, byte cap)
    {
        int most = cap + 1, total = rows % 500 + 1;
        var calls = EvaluationPlan.Calls(total, most).Select(range => range.GetOffsetAndLength(total)).ToArray();
        return calls.Length == (total + most - 1) / most
            && calls.Sum(call => call.Length) == total
            && calls.Zip(calls.Skip(1)).All(pair => pair.First.Offset + pair.First.Length == pair.Second.Offset)
            && calls.Max(call => call.Length) <= most
            && calls.Max(call => call.Length) - calls.Min(call => call.Length) <= 1;
    }

    [Fact]
    public void Guidance_adds_one_evaluation_an_image_and_each_source_one()
    {
        Assert.Equal(3, EvaluationPlan.Evaluations(3, guided: false, 0).Length);
        Assert.Equal(3 * (1 + 1 + 4), EvaluationPlan.Evaluations(3, guided: true, 4).Length);
    }

    [Theory]
    [InlineData(16, 32_768, 88, 16)]
    [InlineData(16, 32_768, 4_608, 7)]
    [InlineData(16, 32_768, 100_000, 1)]
    [InlineData(0, 32_768, 88, 1)]
    public void Long_sequences_share_a_call_with_fewer_rows(int maxBatch, int maxTokens, int sequence, int rows) =>
        Assert.Equal(rows, EvaluationPlan.RowsPerCall(maxBatch, maxTokens, sequence));
}
