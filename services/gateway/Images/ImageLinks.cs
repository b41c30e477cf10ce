using System.Globalization;

namespace KreaPlatform.Gateway.Images;

/// <summary>Signed links to images of generations.</summary>
public sealed class ImageLinks(SignedLinks links)
{
    /// <summary>A link to an image.</summary>
    public ImageLink Create(string jobId, int index) => links.Create(Path(jobId, index));

    /// <summary>Judges the parts of a link; <paramref name="left"/> is how long it still lives.</summary>
    public LinkVerdict Judge(string jobId, int index, string? expires, string? signature, out TimeSpan left) =>
        links.Judge(Path(jobId, index), expires, signature, out left);

    private static string Path(string jobId, int index) => string.Create(CultureInfo.InvariantCulture, $"/v1/generations/{jobId}/images/{index}");
}
