using KreaPlatform.Gateway.Tests.Hosting;

namespace KreaPlatform.Gateway.Tests.Jobs;

public sealed class SqliteJobPathTests : JobPathTests
{
    protected override Task<GatewayUnderTest> StartAsync(params (string, string)[] settings) => GatewayUnderTest.StartAsync(settings: settings);

    [Fact]
    public async Task After_a_crash_with_the_bus_in_memory_every_open_job_starts_over_at_once()
    {
        var file = Path.Combine(Path.GetTempPath(), $"krea-{Guid.NewGuid():n}.db");
        string queued, running;
        await using (var before = await GatewayUnderTest.StartAsync(sqliteFile: file))
        {
            queued = (await before.SubmitAsync()).Id;
            running = (await before.SubmitAsync()).Id;
            Assert.True(await before.ClaimAsync(running, 1, "w1"));
        }
        await using (var after = await GatewayUnderTest.StartAsync(sqliteFile: file))
        {
            await after.Sent.UntilAsync(queued, 1);
            await after.Sent.UntilAsync(running, 2);
            Assert.False(await after.ClaimAsync(running, 1, "w1"));
            Assert.True(await after.ClaimAsync(running, 2, "w2"));
        }
        File.Delete(file);
    }
}
