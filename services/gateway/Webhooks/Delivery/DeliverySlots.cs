namespace KreaPlatform.Gateway.Webhooks.Delivery;

/// <summary>Who is being attempted by this gateway: bounded in total and for each endpoint, so that a slow receiver holds only its own share.</summary>
public sealed class DeliverySlots(int most, int mostPerEndpoint)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, (int Busy, int Share)> _endpoints = [];
    private int _taken;

    /// <summary>Slots that are free.</summary>
    public int Free
    {
        get { lock (_lock) return most - _taken; }
    }

    /// <summary>Endpoints that have no room for another attempt.</summary>
    public string[] Full
    {
        get { lock (_lock) return [.. _endpoints.Where(e => e.Value.Busy >= e.Value.Share).Select(e => e.Key)]; }
    }

    /// <summary>Takes a slot; false when there is none, or when the endpoint has its share. One that is <paramref name="probing"/> has a share of one.</summary>
    public bool TryTake(string endpoint, bool probing)
    {
        lock (_lock)
        {
            var busy = _endpoints.GetValueOrDefault(endpoint).Busy;
            var share = probing ? 1 : mostPerEndpoint;
            if (_taken >= most || busy >= share) return false;
            _endpoints[endpoint] = (busy + 1, share);
            _taken++;
            return true;
        }
    }

    /// <summary>Gives a slot back.</summary>
    public void Release(string endpoint)
    {
        lock (_lock)
        {
            var (busy, share) = _endpoints[endpoint];
            if (busy == 1) _endpoints.Remove(endpoint);
            else _endpoints[endpoint] = (busy - 1, share);
            _taken--;
        }
    }
}
