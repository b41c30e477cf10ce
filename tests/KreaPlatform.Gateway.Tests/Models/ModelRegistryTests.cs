using FsCheck.Xunit;
using KreaPlatform.Contracts.Bus;
using KreaPlatform.Contracts.Generation;
using KreaPlatform.Gateway.Models;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace KreaPlatform.Gateway.Tests.Models;

public sealed class ModelRegistryTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_name_of_another_API_means_the_configured_model()
    {
        var registry = Registry(["krea-2-nano"], ("Models:Aliases:krea/krea-2/medium", "krea-2-nano"), ("Models:Aliases:gpt-image-1", "krea-2-nano"));
        Assert.Equal("krea-2-nano", registry.Find("krea/krea-2/medium")?.Id);
        Assert.Equal("krea-2-nano", registry.FindOffered("gpt-image-1")?.Id);
        Assert.Equal(["gpt-image-1", "krea/krea-2/medium"], registry.Offered.Single().Aliases);
        Assert.Null(registry.Find("dall-e-3"));
    }

    [Fact]
    public void A_model_s_own_name_goes_before_an_alias()
    {
        var registry = Registry(["krea-2-nano", "large"], ("Models:Aliases:large", "krea-2-nano"));
        Assert.Equal("large", registry.Find("large")?.Id);
        Assert.Empty(registry.FindOffered("krea-2-nano")!.Aliases);
    }

    [Fact]
    public void A_retired_model_is_shown_with_what_to_ask_for_instead_and_is_not_taken_by_default()
    {
        var registry = Registry(["a-old", "b-new"], ("Models:Registry:a-old:SunsetAt", "2026-11-01T00:00:00Z"), ("Models:Registry:a-old:Replacement", "b-new"));
        var old = registry.FindOffered("a-old")!;
        Assert.Equal(ModelState.Retired, old.State);
        Assert.False(old.Description.Available);
        Assert.Contains("2026-11-01; ask for 'b-new' instead", registry.RetiredReason("a-old"));
        Assert.Equal(["b-new"], registry.All.Select(m => m.Id));
        Assert.Equal("b-new", registry.DefaultModel);
    }

    [Fact]
    public void A_name_can_be_retired_while_its_model_lives_on()
    {
        var registry = Registry(["krea-2-nano"], ("Models:Aliases:dall-e-2", "krea-2-nano"), ("Models:Registry:dall-e-2:SunsetAt", "2026-01-01T00:00:00Z"));
        Assert.NotNull(registry.RetiredReason("dall-e-2"));
        Assert.False(registry.Find("dall-e-2")!.Available);
        Assert.Null(registry.RetiredReason("krea-2-nano"));
        Assert.Empty(registry.FindOffered("krea-2-nano")!.Aliases);
    }

    [Fact]
    public void A_model_of_which_only_the_operator_knows_is_shown_as_not_available()
    {
        var registry = Registry([], ("Models:Registry:krea-3:Preview", "true"), ("Models:Registry:krea-3:Family", "krea-3"));
        var entry = registry.Offered.Single();
        Assert.Equal(("krea-3", "krea-3", ModelState.Preview, false), (entry.Id, entry.Description.Family, entry.State, entry.Description.Available));
        Assert.Null(registry.DefaultModel);
    }

    [Fact]
    public void A_stable_model_is_taken_by_default_before_one_in_preview()
    {
        Assert.Equal("b", Registry(["a", "b"], ("Models:Registry:a:Preview", "true")).DefaultModel);
    }

    [Property]
    public bool A_model_never_goes_back_to_an_earlier_stage(bool preview, int? deprecatedDay, int? sunsetDay, int day)
    {
        var lifecycle = new ModelLifecycle { Preview = preview, DeprecatedAt = Day(deprecatedDay), SunsetAt = Day(sunsetDay) };
        return lifecycle.StateAt(Day(day)!.Value) <= lifecycle.StateAt(Day(day)!.Value.AddDays(1));

        static DateTimeOffset? Day(int? day) => day is { } d ? Now.AddDays(d % 1000) : null;
    }

    private static ModelRegistry Registry(string[] reported, params (string Key, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Key, (string?)s.Value))).Build();
        var options = new ModelsOptions();
        configuration.GetSection(ModelsOptions.Section).Bind(options);
        var registry = new ModelRegistry(new At(Now), Options.Create(options));
        if (reported.Length > 0)
            registry.Accept(new WorkerReport
            {
                Worker = "wkr_1", Slots = 1, At = Now,
                Models = [.. reported.Select(id => new ModelDescription { Id = id, Family = "krea-2", Bundle = "b", Available = true })],
            });
        return registry;
    }

    private sealed class At(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
