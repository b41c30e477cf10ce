using System.Text.Json.Serialization;

namespace KreaPlatform.ServiceDefaults.Imaging.Rights;

/// <summary>
/// What an image file said about its use as training data, in the words of its own standards. Hints and no proof: signatures are not checked, and
/// whoever uploads a file can have changed it. A prohibition is honoured all the same.
/// </summary>
public sealed record RightsHints
{
    /// <summary>Nothing was said.</summary>
    public static RightsHints None { get; } = new();

    /// <summary>The Data Mining property of PLUS and IPTC (<see cref="DataMiningTerm"/>); null when the file has none.</summary>
    public string? DataMining { get; init; }

    /// <summary>C2PA or CAWG on training of generative models: <c>allowed</c>, <c>not_allowed</c>, <c>constrained</c>; null when nothing is said.</summary>
    public string? GenerativeTraining { get; init; }

    /// <summary>The same on training of other models.</summary>
    public string? Training { get; init; }

    /// <summary>The same on use as input of a model.</summary>
    public string? Inference { get; init; }

    /// <summary>The same on data mining at large.</summary>
    public string? Mining { get; init; }

    /// <summary>Whether any of it forbids training a generative model on the image, or binds it to conditions that a machine can't read.</summary>
    [JsonIgnore]
    public bool ForbidTraining => DataMining?.StartsWith("prohibited", StringComparison.Ordinal) == true
        || IsRestricted(GenerativeTraining) || IsRestricted(Training) || IsRestricted(Mining);

    private static bool IsRestricted(string? use) => use is "not_allowed" or "constrained";
}
