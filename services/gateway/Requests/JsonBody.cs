using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace KreaPlatform.Gateway.Requests;

/// <summary>From bytes to JSON (RFC 8259), or where they stop being that. Pure.</summary>
public static class JsonBody
{
    /// <summary>Deepest nesting of objects and arrays; a body of this API needs four.</summary>
    public const int Depth = 32;

    /// <summary>Parses bytes; exactly one of the results is null. The document owns no pooled memory of the caller and should be disposed.</summary>
    public static (JsonDocument? Document, string? Error) Parse(ReadOnlyMemory<byte> body)
    {
        // A byte order mark is not JSON, but some editors write it and RFC 8259 lets parsers ignore it.
        if (body.Span.StartsWith("\uFEFF"u8)) body = body[3..];
        if (body.IsEmpty) return (null, "The body is empty; it must be a JSON object.");
        if (!Utf8.IsValid(body.Span)) return (null, $"The body is not valid UTF-8: byte {FirstInvalid(body.Span)} (from 0) does not belong to a character.");
        try
        {
            return (JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = Depth }), null);
        }
        catch (JsonException e)
        {
            var detail = e.Message.Split(" LineNumber:")[0].Split(" Change the reader options")[0].TrimEnd('.');
            return (null, $"The body is not valid JSON at line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1} of it: {detail}.");
        }
    }

    private static int FirstInvalid(ReadOnlySpan<byte> bytes)
    {
        var at = 0;
        while (Rune.DecodeFromUtf8(bytes[at..], out _, out var length) == System.Buffers.OperationStatus.Done) at += length;
        return at;
    }
}
