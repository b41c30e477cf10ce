namespace KreaPlatform.Benchmarks;

/// <summary>How much time a measurement may take.</summary>
/// <param name="IsQuick">Enough to see that everything works; the figures mean little.</param>
internal readonly record struct Effort(bool IsQuick)
{
    /// <summary>Chooses a count.</summary>
    public int Of(int full, int quick) => IsQuick ? quick : full;
}
