using KreaPlatform.Diffusion.Bundles;
using Microsoft.ML.OnnxRuntime;

namespace KreaPlatform.Diffusion.Inference;

/// <summary>
/// One transformer call of fixed sizes: its tensors are allocated and bound once, then filled in place, so that a step allocates nothing.
/// Rows may have contexts of different lengths; what is beyond a row's own is masked.
/// </summary>
internal sealed class TransformerCall : IDisposable
{
    private readonly Component component;
    private readonly OrtIoBinding binding;
    private readonly List<OrtValue> values = [];
    private readonly OrtValue hiddenValue, timestepValue, contextValue;
    private readonly float[] hidden, timestep, context, velocity, referenceStates;
    private readonly bool[] mask, referenceMask;
    private bool contextChanged;

    public TransformerCall(Component component, TransformerShape shape, PromptLayout prompt, bool references)
    {
        (this.component, Shape) = (component, shape);
        int rows = shape.Rows;
        hidden = new float[rows * shape.ImageLength];
        velocity = new float[hidden.Length];
        timestep = new float[rows];
        context = new float[rows * shape.TextTokens * shape.ContextWidth];
        mask = new bool[rows * shape.TextTokens];
        Positions = new float[(shape.TextTokens + shape.ImageTokens + shape.ReferenceTokens) * 3];
        referenceStates = new float[rows * shape.ReferenceTokens * shape.TokenWidth];
        referenceMask = new bool[rows * shape.ReferenceTokens];

        binding = component.CreateBinding();
        hiddenValue = Keep(Tensors.Of(hidden, rows, shape.ImageTokens, shape.TokenWidth));
        timestepValue = Keep(Tensors.Of(timestep, rows));
        contextValue = Keep(Tensors.Of(context, rows, shape.TextTokens, prompt.Layers, prompt.Width));
        binding.BindOutput("velocity", Keep(Tensors.Of(velocity, rows, shape.ImageTokens, shape.TokenWidth)));
        HasReferences = references;
    }

    public TransformerShape Shape { get; }

    /// <summary>Positions of all tokens of the sequence [text | image | references], (index, row, column) each; those of text stay 0.</summary>
    public float[] Positions { get; }

    private bool HasReferences { get; }

    /// <summary>Binds what stays the same over the steps; call it once, after filling contexts, masks, positions and references.</summary>
    public void Bind()
    {
        binding.BindInput("encoder_attention_mask", Keep(Tensors.Of(mask, Shape.Rows, Shape.TextTokens)));
        binding.BindInput("position_ids", Keep(Tensors.Of(Positions, Positions.Length / 3, 3)));
        if (HasReferences)
        {
            binding.BindInput("reference_states", Keep(Tensors.Of(referenceStates, Shape.Rows, Shape.ReferenceTokens, Shape.TokenWidth)));
            binding.BindInput("reference_mask", Keep(Tensors.Of(referenceMask, Shape.Rows, Shape.ReferenceTokens)));
        }
        contextChanged = true;
    }

    /// <summary>The latents of a row (N, C*p*p), to be filled before every run.</summary>
    public Span<float> Hidden(int row) => hidden.AsSpan(row * Shape.ImageLength, Shape.ImageLength);

    /// <summary>The velocity of a row after a run.</summary>
    public ReadOnlySpan<float> Velocity(int row) => velocity.AsSpan(row * Shape.ImageLength, Shape.ImageLength);

    /// <summary>Sets tokens of a row's context, from token <paramref name="at"/> on, and unmasks them.</summary>
    public void SetContext(int row, int at, ReadOnlySpan<float> tokens)
    {
        int width = Shape.ContextWidth, first = row * Shape.TextTokens + at;
        tokens.CopyTo(context.AsSpan(first * width));
        mask.AsSpan(first, tokens.Length / width).Fill(true);
        contextChanged = true;
    }

    /// <summary>Sets reference tokens of a row, from token <paramref name="at"/> on, and unmasks them.</summary>
    public void SetReference(int row, int at, ReadOnlySpan<float> tokens)
    {
        int width = Shape.TokenWidth, first = row * Shape.ReferenceTokens + at;
        tokens.CopyTo(referenceStates.AsSpan(first * width));
        referenceMask.AsSpan(first, tokens.Length / width).Fill(true);
    }

    /// <summary>Evaluates all rows at a noise level.</summary>
    public void Run(float sigma, RunClock clock)
    {
        timestep.AsSpan().Fill(sigma);
        // Binding copies to the device where there is one: only what changed.
        binding.BindInput("hidden_states", hiddenValue);
        binding.BindInput("timestep", timestepValue);
        if (contextChanged)
            binding.BindInput("encoder_hidden_states", contextValue);
        contextChanged = false;
        component.Run(binding, clock);
    }

    public void Dispose()
    {
        binding.Dispose();
        foreach (var value in values)
            value.Dispose();
    }

    private OrtValue Keep(OrtValue value)
    {
        values.Add(value);
        return value;
    }
}
