using KreaPlatform.Gateway.Problems;
using KreaPlatform.Gateway.Requests;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace KreaPlatform.Gateway.Rest;

/// <summary>Reads a body of <c>multipart/form-data</c> (RFC 7578) that must hold exactly one file, in the field <c>file</c>.</summary>
internal static class MultipartFile
{
    private const string Field = "file";
    private const int LongestBoundary = 70;

    /// <summary>Whether the request says that it has such a body.</summary>
    public static bool IsMultipart(this HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type) && type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase);

    /// <summary>The file's bytes, whatever name and type it claims; exactly one of the results is null. Other fields are errors, but for the <paramref name="ignored"/> ones.</summary>
    public static async Task<(byte[]? File, Problem? Problem)> ReadFileAsync(this HttpRequest request, long mostBytes, CancellationToken cancel, params string[] ignored)
    {
        var boundary = HeaderUtilities.RemoveQuotes(MediaTypeHeaderValue.Parse(request.ContentType).Boundary).ToString();
        if (boundary.Length is 0 or > LongestBoundary)
            return (null, new Problem(ProblemKind.MalformedBody, $"The header Content-Type must name a boundary of at most {LongestBoundary} characters."));
        try
        {
            return await ReadSectionsAsync(new MultipartReader(boundary, request.Body), mostBytes, ignored, cancel);
        }
        catch (Exception e) when (e is IOException or InvalidDataException && e is not BadHttpRequestException && !cancel.IsCancellationRequested)
        {
            return (null, new Problem(ProblemKind.MalformedBody, "The body is not valid multipart/form-data, or ends before it should."));
        }
    }

    private static async Task<(byte[]? File, Problem? Problem)> ReadSectionsAsync(MultipartReader reader, long mostBytes, string[] ignored, CancellationToken cancel)
    {
        byte[]? file = null;
        var errors = new ErrorList();
        while (await reader.ReadNextSectionAsync(cancel) is { } section)
        {
            var name = ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition) ? HeaderUtilities.RemoveQuotes(disposition.Name).ToString() : "";
            if (ignored.Contains(name)) continue;
            if (name != Field) errors.Add(JsonPointer.Child("", name), FieldErrorCode.UnknownField, $"{JsonPointer.Quote(name)} is not a field here; known is {Field}");
            else if (file is not null) errors.Add("/" + Field, FieldErrorCode.DuplicateField, "is given more than once; send one file a request");
            else if (await ReadAsync(section.Body, mostBytes, cancel) is { } bytes) file = bytes;
            else return (null, new Problem(ProblemKind.BodyTooLarge, $"A file may have at most {mostBytes:N0} bytes."));
        }
        if (file is null && errors.IsEmpty) errors.Add("/" + Field, FieldErrorCode.Required, "is required: the image, as a file");
        return errors.IsEmpty ? (file, null) : (null, Problem.InvalidFields(errors.Items));
    }

    private static async Task<byte[]?> ReadAsync(Stream body, long mostBytes, CancellationToken cancel)
    {
        using var bytes = new MemoryStream();
        var part = new byte[64 * 1024];
        while (await body.ReadAsync(part, cancel) is var read and > 0)
        {
            if (bytes.Length + read > mostBytes) return null;
            bytes.Write(part, 0, read);
        }
        return bytes.ToArray();
    }
}
