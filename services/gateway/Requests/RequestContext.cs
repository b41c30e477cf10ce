using KreaPlatform.Contracts.Generation;
using KreaPlatform.Gateway.Keys;

namespace KreaPlatform.Gateway.Requests;

/// <summary>All that the understanding of a request depends on besides the request.</summary>
/// <param name="Models">Every model that workers have told of.</param>
/// <param name="FindModel">Finds one by id.</param>
/// <param name="DefaultModel">The id used when the caller names none; null while there is none.</param>
/// <param name="Caller">Who asks; the plan bounds the deadline.</param>
/// <param name="NewSeed">Draws a seed, 0 to 2^53 - 1, for a caller who gives none.</param>
public sealed record RequestContext(
    IReadOnlyList<ModelDescription> Models,
    Func<string, ModelDescription?> FindModel,
    string? DefaultModel,
    Caller Caller,
    Func<long> NewSeed)
{
    /// <summary>Why nothing is made under a model's name any more; null for a name that is not retired.</summary>
    public Func<string, string?> Retired { get; init; } = _ => null;
}
