namespace KreaPlatform.Gateway.Models;

/// <summary>What the operator says about a name in the registry, a model's own or another one that it answers to: section <c>Models:Registry:{name}</c>. Its state follows from the dates.</summary>
public sealed record ModelLifecycle
{
    /// <summary>A model of which nothing was said: stable, for good.</summary>
    public static ModelLifecycle Unbounded { get; } = new();

    /// <summary>Family of a model that no worker has told of.</summary>
    public string? Family { get; init; }
    /// <summary>Who made it, for clients that show it.</summary>
    public string OwnedBy { get; init; } = "krea";
    /// <summary>When it was released.</summary>
    public DateTimeOffset? ReleasedAt { get; init; }
    /// <summary>Offered to be tried, with no promise.</summary>
    public bool Preview { get; init; }
    /// <summary>From when on callers should move away from it.</summary>
    public DateTimeOffset? DeprecatedAt { get; init; }
    /// <summary>From when on it is no longer offered.</summary>
    public DateTimeOffset? SunsetAt { get; init; }
    /// <summary>What to ask for instead.</summary>
    public string? Replacement { get; init; }
    /// <summary>Page about the change.</summary>
    public Uri? Documentation { get; init; }

    /// <summary>The state at a time: dates that have come win over <see cref="Preview"/>, the later stage over the earlier.</summary>
    public ModelState StateAt(DateTimeOffset now) =>
        SunsetAt <= now ? ModelState.Retired
        : DeprecatedAt <= now ? ModelState.Deprecated
        : Preview ? ModelState.Preview
        : ModelState.Stable;

    /// <summary>Why nothing is made under this name any more, for a person; null unless it is retired.</summary>
    public string? RetiredReason(string name, DateTimeOffset now) => StateAt(now) != ModelState.Retired
        ? null
        : $"'{name}' was retired on {SunsetAt:yyyy-MM-dd}{(Replacement is null ? "" : $"; ask for '{Replacement}' instead")}.";
}
