using KreaPlatform.Gateway.Keys;
using KreaPlatform.Gateway.Plans;

namespace KreaPlatform.Gateway.Tests.Keys;

/// <summary>What is remembered of keys.</summary>
public sealed class KeyCacheTests
{
    private static readonly KnownKey Known = new(new Caller("acc_a", Plan.Unlimited), null);

    [Fact]
    public void What_was_read_before_a_change_is_not_kept_after_it()
    {
        var cache = new KeyCache(TimeProvider.System);
        var epoch = cache.Epoch;
        cache.Forget("acc_a");
        cache.Keep(Digest(1), Known, epoch);
        Assert.Null(cache.Find(Digest(1)));
        cache.Keep(Digest(1), Known, cache.Epoch);
        Assert.Same(Known, cache.Find(Digest(1)));
    }

    [Fact]
    public void A_change_of_one_account_leaves_the_others()
    {
        var cache = new KeyCache(TimeProvider.System);
        cache.Keep(Digest(1), Known, cache.Epoch);
        cache.Keep(Digest(2), new(new Caller("acc_b", Plan.Unlimited), null), cache.Epoch);
        cache.Forget("acc_b");
        Assert.NotNull(cache.Find(Digest(1)));
        Assert.Null(cache.Find(Digest(2)));
        cache.Clear();
        Assert.Null(cache.Find(Digest(1)));
    }

    [Fact]
    public void A_flood_of_invented_keys_is_bounded_and_pushes_out_no_good_one()
    {
        var cache = new KeyCache(TimeProvider.System);
        cache.Keep(Digest(0), Known, cache.Epoch);
        for (var i = 1; i <= KeyCache.Most + 10; i++) cache.Keep(Digest(i), KnownKey.Nobody, cache.Epoch);
        Assert.Same(Known, cache.Find(Digest(0)));
        Assert.Null(cache.Find(Digest(1)));
        Assert.Same(KnownKey.Nobody, cache.Find(Digest(KeyCache.Most + 10)));
    }

    private static KeyDigest Digest(int number) => new((UInt128)(uint)number, 0);
}
