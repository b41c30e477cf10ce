namespace KreaPlatform.Diffusion.Inference;

/// <summary>A bounded cache that drops what was used longest ago. Safe for several threads; two that miss together both make the value, and the first stays.</summary>
internal sealed class LruCache<TKey, TValue>(int capacity) where TKey : notnull
{
    private readonly Dictionary<TKey, LinkedListNode<(TKey Key, TValue Value)>> nodes = [];
    private readonly LinkedList<(TKey Key, TValue Value)> order = new();
    private readonly Lock gate = new();

    public int Count
    {
        get
        {
            lock (gate)
                return nodes.Count;
        }
    }

    public TValue GetOrAdd(TKey key, Func<TKey, TValue> make)
    {
        lock (gate)
        {
            if (Find(key) is { } known)
                return known.Value.Value;
        }
        // Outside the lock: making a value takes a model run.
        var value = make(key);
        lock (gate)
        {
            if (Find(key) is { } known)
                return known.Value.Value;
            if (capacity > 0)
                Add(key, value);
            return value;
        }
    }

    private LinkedListNode<(TKey Key, TValue Value)>? Find(TKey key)
    {
        if (!nodes.TryGetValue(key, out var node))
            return null;
        order.Remove(node);
        order.AddFirst(node);
        return node;
    }

    private void Add(TKey key, TValue value)
    {
        nodes.Add(key, order.AddFirst((key, value)));
        if (nodes.Count <= capacity)
            return;
        nodes.Remove(order.Last!.Value.Key);
        order.RemoveLast();
    }
}
