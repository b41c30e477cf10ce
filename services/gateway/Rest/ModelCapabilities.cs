using KreaPlatform.Contracts.Generation;

namespace KreaPlatform.Gateway.Rest;

/// <summary>What a model can do besides drawing what a prompt says.</summary>
/// <param name="References">How style references enter, <c>context</c> or <c>latents</c>; null when it takes none.</param>
/// <param name="MaxReferences">Most style references of one generation.</param>
/// <param name="Editing">Whether a generation can start from an image, with or without a mask.</param>
public sealed record ModelCapabilities(string? References, int MaxReferences, bool Editing)
{
    /// <summary>What a worker told.</summary>
    public static ModelCapabilities Of(ModelDescription model) => new(model.References, model.MaxReferences, model.Editing);
}
