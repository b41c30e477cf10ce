using KreaPlatform.Diffusion.Inference;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace KreaPlatform.Diffusion.Tests.Inference;

public sealed class TensorSpecTests
{
    private static readonly TensorSpec Spec = new("x", TensorElementType.Float, TensorSpec.Any, 64);

    [Theory]
    [InlineData(TensorElementType.Float, new[] { -1, 64 }, true)]
    [InlineData(TensorElementType.Float, new[] { -1, -1 }, true)]
    [InlineData(TensorElementType.Float16, new[] { -1, 64 }, false)]
    [InlineData(TensorElementType.Float, new[] { -1, 32 }, false)]
    [InlineData(TensorElementType.Float, new[] { 1, 64 }, false)]
    [InlineData(TensorElementType.Float, new[] { -1, 64, 1 }, false)]
    public void Type_rank_and_fixed_dimensions_must_fit_and_the_batch_must_be_open(TensorElementType type, int[] dimensions, bool accepted) =>
        Assert.Equal(accepted, Spec.Accepts(type, dimensions));
}
