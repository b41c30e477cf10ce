using KreaPlatform.Contracts.Generation;
using Microsoft.Net.Http.Headers;

namespace KreaPlatform.Gateway.Images;

/// <summary>Answers with the bytes of an image behind a signed link.</summary>
internal static class StoredFile
{
    /// <summary>The file; ranges and conditions are the framework's. The bytes behind a link never change, so caches may keep them while it lives.</summary>
    /// <param name="context">The request.</param>
    /// <param name="stream">The bytes, with seeking.</param>
    /// <param name="blob">Their content address.</param>
    /// <param name="format">One of <see cref="OutputFormat"/>.</param>
    /// <param name="name">The file's name without its extension.</param>
    /// <param name="left">How long the link still lives.</param>
    public static IResult Answer(HttpContext context, Stream stream, string blob, string format, string name, TimeSpan left)
    {
        var headers = context.Response.Headers;
        headers.CacheControl = $"private, max-age={(long)left.TotalSeconds}, immutable";
        headers.ContentDisposition = $"inline; filename=\"{name}.{(format == OutputFormat.Jpeg ? "jpg" : format)}\"";
        headers.XContentTypeOptions = "nosniff";
        return Results.Stream(stream, OutputFormat.MediaType(format), entityTag: new EntityTagHeaderValue($"\"{blob}\""), enableRangeProcessing: true);
    }
}
