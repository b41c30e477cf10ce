using KreaPlatform.Gateway.Webhooks.Delivery;

namespace KreaPlatform.Gateway.Tests.Webhooks;

public sealed class DeliverySlotsTests
{
    [Fact]
    public void An_endpoint_gets_its_share_and_leaves_the_rest_to_others()
    {
        var slots = new DeliverySlots(5, 3);
        Assert.Equal([true, true, true, false], Enumerable.Range(0, 4).Select(_ => slots.TryTake("a", probing: false)));
        Assert.Equal(["a"], slots.Full);
        Assert.Equal([true, true, false], Enumerable.Range(0, 3).Select(_ => slots.TryTake("b", probing: false)));
        Assert.Equal(0, slots.Free);
        slots.Release("a");
        Assert.Equal([true, false], Enumerable.Range(0, 2).Select(_ => slots.TryTake("b", probing: false)));
    }

    [Fact]
    public void An_endpoint_that_is_probed_gets_one()
    {
        var slots = new DeliverySlots(5, 3);
        Assert.True(slots.TryTake("a", probing: true));
        Assert.False(slots.TryTake("a", probing: true));
        Assert.Equal(["a"], slots.Full);
        slots.Release("a");
        Assert.Empty(slots.Full);
        Assert.Equal(5, slots.Free);
    }
}
