using KreaPlatform.ServiceDefaults.Imaging.Rights;

namespace KreaPlatform.Gateway.Assets;

/// <summary>Whose an asset is, and what its file said about its use.</summary>
/// <param name="Owner">The account.</param>
/// <param name="TrainingForbidden">Whether the file forbade training generative models on it, in any of the ways below.</param>
/// <param name="DataMining">The IPTC/PLUS property Data Mining: <c>allowed</c>, <c>unspecified</c> or one that begins with <c>prohibited</c>; null when the file had none.</param>
/// <param name="GenerativeTraining">C2PA/CAWG on training generative models: <c>allowed</c>, <c>not_allowed</c>, <c>constrained</c>; null when nothing was said.</param>
/// <param name="Training">The same on training other models.</param>
/// <param name="Inference">The same on use as input of a model.</param>
/// <param name="Mining">The same on data mining at large.</param>
public sealed record AssetRights(
    string Owner, bool TrainingForbidden, string? DataMining, string? GenerativeTraining, string? Training, string? Inference, string? Mining)
{
    /// <summary>The rights of an asset.</summary>
    public static AssetRights Of(string owner, RightsHints hints) =>
        new(owner, hints.ForbidTraining, hints.DataMining, hints.GenerativeTraining, hints.Training, hints.Inference, hints.Mining);
}
