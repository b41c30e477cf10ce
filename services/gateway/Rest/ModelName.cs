using KreaPlatform.Gateway.Models;

namespace KreaPlatform.Gateway.Rest;

/// <summary>A name that can be given as <c>model</c>, in the form of OpenAI's API.</summary>
/// <param name="Id">The name.</param>
/// <param name="Created">When the model was released, Unix seconds; 0 when that is not known.</param>
/// <param name="OwnedBy">Who made it.</param>
public sealed record ModelName(string Id, long Created, string OwnedBy)
{
    /// <summary>Always <c>model</c>.</summary>
    public string Object { get; } = "model";

    /// <summary>The entry of a name.</summary>
    public static ModelName Of(string name, ModelLifecycle lifecycle) => new(name, lifecycle.ReleasedAt?.ToUnixTimeSeconds() ?? 0, lifecycle.OwnedBy);
}
