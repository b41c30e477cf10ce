using KreaPlatform.Diffusion.Inference;

namespace KreaPlatform.Diffusion.Tests.Inference;

public sealed class LruCacheTests
{
    [Fact]
    public void What_was_used_longest_ago_is_dropped()
    {
        List<string> made = [];
        var cache = new LruCache<string, string>(2);
        string Get(string key) => cache.GetOrAdd(key, k => { made.Add(k); return k; });
        foreach (string key in (string[])["a", "b", "a", "c", "a", "b"])
            Assert.Equal(key, Get(key));
        Assert.Equal(["a", "b", "c", "b"], made);
        Assert.Equal(2, cache.Count);
    }

    [Fact]
    public void Without_room_everything_is_made_anew()
    {
        int made = 0;
        var cache = new LruCache<int, int>(0);
        Assert.Equal((1, 2), (cache.GetOrAdd(7, _ => ++made), cache.GetOrAdd(7, _ => ++made)));
    }
}
