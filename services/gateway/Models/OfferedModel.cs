using KreaPlatform.Contracts.Generation;

namespace KreaPlatform.Gateway.Models;

/// <summary>An entry of the registry: what workers tell of a model, with what the operator says about it.</summary>
/// <param name="Description">What it can do, as its workers tell; of one that none has told of, only the name.</param>
/// <param name="Aliases">Other names that it answers to.</param>
/// <param name="Lifecycle">What the operator says.</param>
/// <param name="State">Where it is in its life now.</param>
public sealed record OfferedModel(ModelDescription Description, IReadOnlyList<string> Aliases, ModelLifecycle Lifecycle, ModelState State)
{
    /// <summary>Its own name.</summary>
    public string Id => Description.Id;
}
