using KreaPlatform.Gateway.Requests;

namespace KreaPlatform.Gateway.Compatible.OpenAi;

/// <summary>An image that goes into an edit, as a caller wrote it.</summary>
public sealed class OpenAiInput : Draft
{
    /// <summary>An https URL or a data URI.</summary>
    public string? ImageUrl { get; set; }
    /// <summary>Id of an asset.</summary>
    public string? FileId { get; set; }

    /// <summary>Whichever was given.</summary>
    public string? Image => ImageUrl ?? FileId;
}
