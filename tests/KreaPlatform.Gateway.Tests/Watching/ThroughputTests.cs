using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using KreaPlatform.Gateway.Watching;

namespace KreaPlatform.Gateway.Tests.Watching;

public sealed class ThroughputTests
{
    [Property]
    public Property The_fixed_and_the_proportional_part_are_found_from_jobs_of_different_sizes() => Prop.ForAll(
        Gen.Choose(0, 50).Select(t => t / 10.0).ToArbitrary(), Gen.Choose(1, 100).Select(t => t / 1000.0).ToArbitrary(), (start, unit) =>
        {
            var learnt = new[] { 64, 640, 1280, 320, 5120 }.Aggregate(Throughput.None, (speed, work) => speed.With(work, start + unit * work));
            Assert.Equal(start + unit * 2000, learnt.SecondsFor(2000)!.Value, 1e-6 * (1 + unit * 2000));
        });

    [Fact]
    public void Jobs_of_one_size_are_scaled_in_proportion() =>
        Assert.Equal(6.0, Throughput.None.With(100, 2).With(100, 2).SecondsFor(300)!.Value, 9);

    [Fact]
    public void Nothing_measured_promises_nothing() => Assert.Null(Throughput.None.SecondsFor(10));
}
