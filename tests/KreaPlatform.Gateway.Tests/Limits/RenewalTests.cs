using KreaPlatform.ServiceDefaults.Hosting;

namespace KreaPlatform.Gateway.Tests.Limits;

public sealed class RenewalTests
{
    [Fact]
    public async Task What_was_given_back_is_not_renewed_by_a_renewal_under_way()
    {
        var (begun, go, under) = (new TaskCompletionSource(), new TaskCompletionSource(), false);
        var renewal = new Renewal(TimeSpan.FromMilliseconds(1), TimeProvider.System, async () =>
        {
            under = true;
            begun.TrySetResult();
            await go.Task;
            under = false;
        });
        await begun.Task;

        var ending = renewal.DisposeAsync().AsTask();
        Assert.False(ending.IsCompleted);
        go.SetResult();
        await ending;

        Assert.False(under);
    }
}
