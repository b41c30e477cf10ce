using System.Buffers;
using System.Text;
using System.Text.Json;
using KreaPlatform.Gateway.Problems;
using KreaPlatform.Gateway.Requests;
using Microsoft.Net.Http.Headers;

namespace KreaPlatform.Gateway.Rest;

/// <summary>Reads a JSON body within a limit, or answers why it can't be read. Exactly one of the results is null.</summary>
public static class JsonRequestBody
{
    /// <summary>Reads the whole body.</summary>
    public static async ValueTask<(JsonDocument? Document, Problem? Problem)> ReadJsonAsync(this HttpRequest request, int mostBytes, CancellationToken cancel)
    {
        if (MediaTypeProblem(request) is { } wrongType) return (null, wrongType);
        var tooLarge = new Problem(ProblemKind.BodyTooLarge, $"At most {mostBytes:N0} bytes are allowed.");
        if (request.ContentLength > mostBytes) return (null, tooLarge);

        var read = await request.BodyReader.ReadAtLeastAsync(mostBytes + 1, cancel);
        var bytes = read.Buffer.Length <= mostBytes ? read.Buffer.ToArray() : null;
        request.BodyReader.AdvanceTo(read.Buffer.End);
        if (bytes is null) return (null, tooLarge);

        var (document, error) = JsonBody.Parse(bytes);
        return document is null ? (null, new Problem(ProblemKind.MalformedBody, error)) : (document, null);
    }

    private static Problem? MediaTypeProblem(HttpRequest request)
    {
        if (request.Headers.ContentEncoding.Count > 0 && request.Headers.ContentEncoding != "identity")
            return new Problem(ProblemKind.UnsupportedMediaType, "The body must not have a content encoding.");
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type))
            return new Problem(ProblemKind.UnsupportedMediaType, "The header 'Content-Type: application/json' is missing.");
        if (!type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase))
            return new Problem(ProblemKind.UnsupportedMediaType, $"The body is {JsonPointer.Quote(type.MediaType.ToString())}; it must be application/json.");
        var charset = HeaderUtilities.RemoveQuotes(type.Charset);
        return charset.Length == 0 || charset.Equals(Encoding.UTF8.WebName, StringComparison.OrdinalIgnoreCase)
            ? null
            : new Problem(ProblemKind.UnsupportedMediaType, $"The charset is {JsonPointer.Quote(charset.ToString())}; it must be utf-8.");
    }
}
