using KreaPlatform.Gateway.Billing;
using KreaPlatform.Gateway.Models;

namespace KreaPlatform.Gateway.Rest;

/// <summary>Every model, in one body for two kinds of client: <c>items</c> for those of this API, <c>object</c> and <c>data</c> for those of OpenAI's.</summary>
/// <param name="Items">The models, by id.</param>
/// <param name="Data">Every name that can be asked for now, other names included, in OpenAI's form.</param>
public sealed record ModelList(IReadOnlyList<ModelResource> Items, IReadOnlyList<ModelName> Data)
{
    /// <summary>Always <c>list</c>.</summary>
    public string Object { get; } = "list";

    /// <summary>The list of a registry, with what its models cost.</summary>
    public static ModelList Of(ModelRegistry registry, PriceList prices)
    {
        var (models, standard) = (registry.Offered, registry.DefaultModel);
        var names = models.Where(m => m.State != ModelState.Retired).SelectMany(m => m.Aliases.Prepend(m.Id).Select(name => ModelName.Of(name, m.Lifecycle)));
        return new ModelList([.. models.Select(m => ModelResource.Of(m, standard, prices))], [.. names]);
    }
}
