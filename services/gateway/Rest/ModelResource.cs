using KreaPlatform.Contracts.Generation;

namespace KreaPlatform.Gateway.Rest;

/// <summary>A model as the public API shows it.</summary>
public sealed record ModelResource
{
    /// <summary>What to give as <c>model</c>.</summary>
    public required string Id { get; init; }
    /// <summary>Always <c>model</c>.</summary>
    public string Object { get; } = "model";
    /// <summary>Family, for instance <c>krea-2</c>.</summary>
    public required string Family { get; init; }
    /// <summary>SHA-256 of the bundle's manifest: which weights exactly.</summary>
    public required string Bundle { get; init; }
    /// <summary>Whether a request that names no model gets this one.</summary>
    public required bool Default { get; init; }
    /// <summary>Whether it can be asked for now.</summary>
    public required bool Available { get; init; }
    /// <summary>Why it can't.</summary>
    public string? Reason { get; init; }
    /// <summary>Steps when the request names none.</summary>
    public required int DefaultSteps { get; init; }
    /// <summary>Guidance when the request names none.</summary>
    public required double DefaultGuidance { get; init; }
    /// <summary>Side in pixels of the square image that a request without a size gets.</summary>
    public required int NativeSide { get; init; }
    /// <summary>Smallest side in pixels.</summary>
    public required int MinSide { get; init; }
    /// <summary>Largest side in pixels.</summary>
    public required int MaxSide { get; init; }
    /// <summary>Values of <c>aspect_ratio</c>, each with the [width, height] that it gives.</summary>
    public required IReadOnlyDictionary<string, int[]> AspectRatios { get; init; }
    /// <summary>Licence of the weights.</summary>
    public string? Licence { get; init; }

    /// <summary>Shows a model.</summary>
    public static ModelResource Of(ModelDescription model, string? defaultModel) => new()
    {
        Id = model.Id,
        Family = model.Family,
        Bundle = model.Bundle,
        Default = model.Id == defaultModel,
        Available = model.Available,
        Reason = model.Available ? null : model.Reason,
        DefaultSteps = model.DefaultSteps,
        DefaultGuidance = model.DefaultGuidance,
        NativeSide = model.NativeSide,
        MinSide = model.MinSide,
        MaxSide = model.MaxSide,
        AspectRatios = model.AspectRatios,
        Licence = model.Licence,
    };
}
