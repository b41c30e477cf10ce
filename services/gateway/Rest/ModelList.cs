namespace KreaPlatform.Gateway.Rest;

/// <summary>Every model that workers have told of.</summary>
/// <param name="Items">The models, by id.</param>
public sealed record ModelList(IReadOnlyList<ModelResource> Items);
