using System.Numerics.Tensors;

namespace KreaPlatform.Diffusion.Sampling;

/// <summary>Guidance and influence in one rule: <c>v = v_u + (1 + g) (v_t - v_u) + sum over i of e_i (v_{t+i} - v_t)</c>.</summary>
internal static class VelocityRule
{
    /// <summary>The part of guidance, in Krea's convention (g = 0 is off).</summary>
    public static void Guide(ReadOnlySpan<float> text, ReadOnlySpan<float> unconditional, float guidance, Span<float> velocity)
    {
        TensorPrimitives.Subtract(text, unconditional, velocity);
        TensorPrimitives.MultiplyAdd(velocity, 1 + guidance, unconditional, velocity);
    }

    /// <summary>The displacement of one source, e (v_{t+i} - v_t).</summary>
    public static void Displace(ReadOnlySpan<float> withSource, ReadOnlySpan<float> text, float influence, Span<float> displacement)
    {
        TensorPrimitives.Subtract(withSource, text, displacement);
        TensorPrimitives.Multiply(displacement, influence, displacement);
    }

    /// <summary>One Euler step of the flow: x += (sigma_next - sigma) v.</summary>
    public static void Advance(Span<float> latents, ReadOnlySpan<float> velocity, float deltaSigma) =>
        TensorPrimitives.MultiplyAdd(velocity, deltaSigma, latents, latents);
}
