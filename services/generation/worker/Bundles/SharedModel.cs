using KreaPlatform.Generation.Engines;

namespace KreaPlatform.Generation.Bundles;

/// <summary>A loaded model that is disposed when the catalogue has let go of it and the last attempt with it has ended.</summary>
internal sealed class SharedModel(IEngineModel model)
{
    private readonly Lock _gate = new();
    private int _users = 1; // the catalogue

    /// <summary>Takes part in it, or null when it is gone already.</summary>
    public ModelLease? TryRent()
    {
        lock (_gate)
        {
            if (_users == 0) return null;
            _users++;
        }
        return new ModelLease(model, Release);
    }

    /// <summary>The catalogue lets go; called once.</summary>
    public void Retire() => Release();

    private void Release()
    {
        lock (_gate)
            if (--_users > 0) return;
        model.Dispose();
    }
}
