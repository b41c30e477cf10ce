using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Net.Http.Headers;

namespace KreaPlatform.Gateway.Rest;

/// <summary>
/// JSON that is asked for again and again: it has a weak entity tag of its content, and a caller who has it already (<c>If-None-Match</c>, RFC 9110
/// section 13.1.2) is answered 304 without a body.
/// </summary>
/// <param name="Value">What is written.</param>
/// <typeparam name="T">Its type.</typeparam>
public sealed record TaggedJson<T>(T Value) : IResult
{
    private const int TagBytes = 12;

    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext context)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(Value, PublicJson.Options);
        var tag = new EntityTagHeaderValue($"\"{Base64Url.EncodeToString(SHA256.HashData(body).AsSpan(0, TagBytes))}\"", isWeak: true);
        var headers = context.Response.GetTypedHeaders();
        headers.ETag = tag;
        headers.CacheControl = new CacheControlHeaderValue { Private = true, NoCache = true };
        if (context.Request.GetTypedHeaders().IfNoneMatch.Any(known => known.Compare(tag, useStrongComparison: false)))
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = body.Length;
        return context.Response.Body.WriteAsync(body, context.RequestAborted).AsTask();
    }
}
