using KreaPlatform.Gateway.Requests;

namespace KreaPlatform.Gateway.Assets;

/// <summary>The JSON body of <c>POST /v1/assets</c>.</summary>
public sealed class UrlDraft
{
    /// <summary>Its fields.</summary>
    public static FieldTable<UrlDraft> Fields { get; } = new(JsonValues.Text<UrlDraft>("url", (d, v) => d.Url = v, "image", "image_url", "uri", "href"));

    /// <summary>An https URL or a data URI.</summary>
    public string? Url { get; set; }
}
