namespace KreaPlatform.Gateway.Models;

/// <summary>Names that clients written for other APIs ask for, which an operator can give to a model (<see cref="ModelsOptions.Aliases"/>).</summary>
public static class PeerNames
{
    /// <summary>The tiers of Krea's API, as they stand in its paths.</summary>
    public static IReadOnlyList<string> Krea { get; } = ["krea/krea-2/medium", "krea/krea-2/large", "krea/krea-2/medium-turbo"];

    /// <summary>The image models of OpenAI's API.</summary>
    public static IReadOnlyList<string> OpenAi { get; } = ["gpt-image-1", "gpt-image-1-mini", "gpt-image-1.5", "gpt-image-2", "dall-e-3", "dall-e-2"];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Krea, .. OpenAi];
}
