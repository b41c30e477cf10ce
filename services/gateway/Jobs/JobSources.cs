using KreaPlatform.Contracts.Generation;

namespace KreaPlatform.Gateway.Jobs;

/// <summary>What a request's images, styles and boards were when it was accepted: stored images by content, which later edits of a style or board don't change.</summary>
/// <param name="Styles">Style sources in the order of the request.</param>
/// <param name="Edit">Where the images start from; null for pure noise.</param>
public sealed record JobSources(IReadOnlyList<SourceSpec> Styles, EditSpec? Edit)
{
    /// <summary>Every content that it refers to, each once.</summary>
    public IEnumerable<string> Blobs() =>
        Styles.SelectMany(s => s.Images).Select(i => i.Blob).Concat(Edit is null ? [] : [Edit.Image, Edit.Mask ?? Edit.Image]).Distinct();
}
