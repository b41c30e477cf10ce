using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using KreaPlatform.Contracts.Bus;
using KreaPlatform.Generation.Slots;

namespace KreaPlatform.Generation.Tests;

public sealed class DeficitRoundRobinTests
{
    private static DeficitRoundRobin Tiered()
    {
        var order = new DeficitRoundRobin();
        foreach (var tier in Tiers.All) order.Open(tier, JobCost.RankOf(tier), JobCost.QuantumOf(tier));
        return order;
    }

    [Property(MaxTest = 200)]
    public Property Under_load_every_tier_gets_work_in_proportion_and_none_is_starved() => Prop.ForAll(
        Gen.Choose(1, 64).ArrayOf(400).ToArbitrary(), costs =>
        {
            var order = Tiered();
            var served = Tiers.All.ToDictionary(t => t, _ => 0L);
            var unit = JobCost.Unit / 8;
            foreach (var cost in costs.Concat(costs).Concat(costs))
            {
                var next = order.Next(Tiers.All)!;
                order.Charge(next, cost * unit);
                served[next] += cost * unit;
            }
            var total = (double)served.Values.Sum();
            Assert.InRange(served[Tiers.Enterprise] / total, 16 / 21.0 - 0.1, 16 / 21.0 + 0.1);
            Assert.InRange(served[Tiers.Free] / total, 0.01, 0.12);
        });

    [Fact]
    public void With_nothing_owed_the_higher_tier_goes_first() => Assert.Equal(Tiers.Enterprise, Tiered().Next(Tiers.All));

    [Fact]
    public void A_tier_alone_is_always_served() => Assert.All(Enumerable.Range(0, 50), _ =>
    {
        var order = Tiered();
        for (var i = 0; i < 20; i++)
        {
            Assert.Equal(Tiers.Free, order.Next([Tiers.Free]));
            order.Charge(Tiers.Free, 1_000 * JobCost.Unit);
        }
    });
}
