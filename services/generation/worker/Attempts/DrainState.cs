namespace KreaPlatform.Generation.Attempts;

/// <summary>Whether the worker still takes new attempts.</summary>
public sealed class DrainState : IDisposable
{
    private readonly CancellationTokenSource _draining = new();

    /// <summary>Cancelled once nothing new is taken.</summary>
    public CancellationToken Token => _draining.Token;

    /// <summary>Nothing new from now on.</summary>
    public void Begin() => _draining.Cancel();

    /// <inheritdoc/>
    public void Dispose() => _draining.Dispose();
}
