namespace KreaPlatform.Gateway.Submission;

/// <summary>An image that a request names, found.</summary>
/// <param name="Name">How the request as understood calls it: an asset's id, or <c>gen_…/images/0</c>.</param>
/// <param name="Blob">Content address of its bytes.</param>
/// <param name="Asset">The asset that it is; null for an image of a generation.</param>
public sealed record TakenImage(string Name, string Blob, string? Asset);
