using KreaPlatform.Gateway.Billing;
using KreaPlatform.Gateway.Models;

namespace KreaPlatform.Gateway.Rest;

/// <summary>A model as the public API shows it.</summary>
public sealed record ModelResource
{
    /// <summary>What to give as <c>model</c>.</summary>
    public required string Id { get; init; }
    /// <summary>Always <c>model</c>.</summary>
    public string Object { get; } = "model";
    /// <summary>When it was released, Unix seconds, as OpenAI's clients expect; 0 when that is not known.</summary>
    public required long Created { get; init; }
    /// <summary>Who made it.</summary>
    public required string OwnedBy { get; init; }
    /// <summary>Other names that mean it.</summary>
    public required IReadOnlyList<string> Aliases { get; init; }
    /// <summary><c>preview</c>, <c>stable</c>, <c>deprecated</c> or <c>retired</c>.</summary>
    public required ModelState State { get; init; }
    /// <summary>From when on it is, or will be, deprecated.</summary>
    public DateTimeOffset? DeprecatedAt { get; init; }
    /// <summary>From when on it is, or will be, no longer offered.</summary>
    public DateTimeOffset? SunsetAt { get; init; }
    /// <summary>What to ask for instead.</summary>
    public string? Replacement { get; init; }
    /// <summary>Page about its deprecation.</summary>
    public Uri? Documentation { get; init; }
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
    /// <summary>What an image costs, in micro-units of <see cref="Currency"/>; what is added is added once an image.</summary>
    public required ModelPrice Price { get; init; }
    /// <summary>ISO 4217 code.</summary>
    public required string Currency { get; init; }
    /// <summary>What it can do besides drawing what a prompt says.</summary>
    public required ModelCapabilities Capabilities { get; init; }
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
    /// <summary>Values of <c>aspect_ratio</c>, each with the [width, height] that it gives; `upscale` multiplies them.</summary>
    public required IReadOnlyDictionary<string, int[]> AspectRatios { get; init; }
    /// <summary>Licence of the weights.</summary>
    public string? Licence { get; init; }

    /// <summary>Shows an entry of the registry.</summary>
    public static ModelResource Of(OfferedModel entry, string? defaultModel, PriceList prices)
    {
        var model = entry.Description;
        return new ModelResource
        {
            Id = model.Id,
            Created = entry.Lifecycle.ReleasedAt?.ToUnixTimeSeconds() ?? 0,
            OwnedBy = entry.Lifecycle.OwnedBy,
            Aliases = entry.Aliases,
            State = entry.State,
            DeprecatedAt = entry.Lifecycle.DeprecatedAt,
            SunsetAt = entry.Lifecycle.SunsetAt,
            Replacement = entry.Lifecycle.Replacement,
            Documentation = entry.Lifecycle.Documentation,
            Family = model.Family,
            Bundle = model.Bundle,
            Default = model.Id == defaultModel,
            Available = model.Available,
            Reason = model.Available ? null : model.Reason,
            Price = prices.Of(model.Id),
            Currency = prices.Currency,
            Capabilities = ModelCapabilities.Of(model),
            DefaultSteps = model.DefaultSteps,
            DefaultGuidance = model.DefaultGuidance,
            NativeSide = model.NativeSide,
            MinSide = model.MinSide,
            MaxSide = model.MaxSide,
            AspectRatios = Requests.AspectRatios.Sizes(model),
            Licence = model.Licence,
        };
    }
}
