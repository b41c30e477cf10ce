using System.Security.Cryptography;
using System.Text;

namespace KreaPlatform.Gateway.Idempotency;

/// <summary>What makes two requests the same request: method, path with query, media type without its parameters, and every byte of the body.</summary>
internal static class RequestFingerprint
{
    /// <summary>Lower-case hex SHA-256. Reads the body and puts it back to its beginning.</summary>
    public static async Task<string> OfAsync(HttpRequest request, CancellationToken cancel)
    {
        request.EnableBuffering();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        // A multipart boundary is new with every attempt, so what it frames is compared with it left out.
        var boundary = Boundary(request.ContentType);
        hash.AppendData(Encoding.UTF8.GetBytes($"{request.Method} {request.Path}{request.QueryString}\n{request.ContentType?.Split(';')[0].Trim().ToLowerInvariant()}\n"));
        if (boundary is null)
        {
            var buffer = new byte[16 * 1024];
            int read;
            while ((read = await request.Body.ReadAsync(buffer, cancel)) > 0) hash.AppendData(buffer, 0, read);
        }
        else
        {
            using var whole = new MemoryStream();
            await request.Body.CopyToAsync(whole, cancel);
            AppendWithout(hash, whole.GetBuffer().AsSpan(0, (int)whole.Length), Encoding.ASCII.GetBytes(boundary));
        }
        request.Body.Position = 0;
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>The hash of a message of a gRPC method.</summary>
    public static string Of(string method, ReadOnlySpan<byte> message)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(method + "\n"));
        hash.AppendData(message);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static string? Boundary(string? contentType) =>
        Microsoft.Net.Http.Headers.MediaTypeHeaderValue.TryParse(contentType, out var type) && type.MediaType.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase)
            && Microsoft.Net.Http.Headers.HeaderUtilities.RemoveQuotes(type.Boundary) is { Length: > 0 } boundary
            ? boundary.ToString()
            : null;

    private static void AppendWithout(IncrementalHash hash, ReadOnlySpan<byte> body, ReadOnlySpan<byte> boundary)
    {
        while (body.IndexOf(boundary) is >= 0 and var at)
        {
            hash.AppendData(body[..at]);
            body = body[(at + boundary.Length)..];
        }
        hash.AppendData(body);
    }
}
