using KreaPlatform.Gateway.Plans;
using KreaPlatform.Gateway.Tests.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace KreaPlatform.Gateway.Tests.Accounts;

/// <summary>Plans.</summary>
public sealed class PlanRulesTests
{
    [Fact]
    public void A_request_beyond_the_plan_is_told_each_field()
    {
        var plan = new Plan { Models = ["krea-2-large"], MaxUpscale = 2, MaxSide = 200 };
        var request = GatewayUnderTest.Request() with { Upscale = 4 };
        Assert.Equal(["/model", "/upscale", "/width"], PlanRules.Judge(request, plan).Select(e => e.Pointer));
        Assert.All(PlanRules.Judge(request, plan), e => Assert.Equal("not_in_plan", e.Code));
        Assert.Empty(PlanRules.Judge(request, Plan.Unlimited));
    }

    [Fact]
    public void Configuration_changes_one_limit_lifts_another_and_adds_a_plan()
    {
        var plans = Catalog(("free:DailyFreeImages", "7"), ("free:RequestsPerMinute", ""), ("team:Tier", "pro"), ("team:ConcurrentJobs", "3"));
        Assert.Equal((7, null, 1), (plans.Of("free").DailyFreeImages, plans.Of("free").RequestsPerMinute, plans.Of("free").ConcurrentJobs));
        Assert.Equal(("team", "pro", 3), (plans.Of("team").Name, plans.Of("team").Tier, plans.Of("team").ConcurrentJobs));
        // An account whose plan has left the configuration is on the free one.
        Assert.Equal("free", plans.Of("gone").Name);
    }

    [Theory]
    [InlineData("free:Tier", "gold")]
    [InlineData("free:ConcurrentJobs", "0")]
    [InlineData("pro:MaxDeadline", "00:00:01")]
    [InlineData("pro:CreditMicros", "-1")]
    public void A_plan_that_makes_no_sense_stops_the_start(string name, string value) =>
        Assert.Throws<OptionsValidationException>(() => Catalog((name, value)));

    private static PlanCatalog Catalog(params (string Name, string Value)[] settings)
    {
        var options = new PlansOptions();
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Name, (string?)s.Value))).Build().Bind(options);
        return new PlanCatalog(Options.Create(options));
    }
}
