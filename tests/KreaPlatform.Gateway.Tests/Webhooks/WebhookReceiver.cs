using System.Collections.Concurrent;
using System.Text.Json;
using KreaPlatform.Gateway.Tests.Fetching;
using KreaPlatform.Gateway.Webhooks.Signing;
using Microsoft.AspNetCore.Http;

namespace KreaPlatform.Gateway.Tests.Webhooks;

/// <summary>A developer's server on the loopback that takes webhooks, and answers as a test says.</summary>
public sealed class WebhookReceiver : IAsyncDisposable
{
    private Receiver _server = null!;

    public ConcurrentQueue<Received> All { get; } = new();
    public string Url => _server.Url + "hook";
    public string Host => _server.Host;

    /// <summary>Answers 204 when <paramref name="answer"/> is null.</summary>
    public static async Task<WebhookReceiver> StartAsync(Func<HttpContext, Received, Task>? answer = null)
    {
        var receiver = new WebhookReceiver();
        receiver._server = await Receiver.StartAsync(async context =>
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body);
            var headers = context.Request.Headers;
            var received = new Received(headers["webhook-id"]!, long.Parse(headers["webhook-timestamp"]!), headers["webhook-signature"]!, body.ToArray(), context.Request.Path + context.Request.QueryString);
            receiver.All.Enqueue(received);
            context.Response.StatusCode = StatusCodes.Status204NoContent;
            if (answer is not null) await answer(context, received);
        });
        return receiver;
    }

    /// <summary>Waits until there are so many, and returns all.</summary>
    public async Task<Received[]> UntilAsync(int count, Func<Received, bool>? which = null)
    {
        for (var i = 0; i < 1200; i++)
        {
            var found = All.Where(which ?? (_ => true)).ToArray();
            if (found.Length >= count) return found;
            await Task.Delay(25);
        }
        throw new TimeoutException($"{All.Count} webhooks have come, of {count}");
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    public sealed record Received(string Id, long Timestamp, string Signature, byte[] Body, string Path)
    {
        public JsonElement Json { get; } = JsonDocument.Parse(Body).RootElement.Clone();
        public string Type => Json.GetProperty("type").GetString()!;
        public long Sequence => Json.GetProperty("sequence").GetInt64();
        public JsonElement Data => Json.GetProperty("data");

        public bool IsSignedBy(string secret) =>
            WebhookSecret.TryRead(secret, out var key) && Signature.Split(' ').Contains(WebhookSignature.Sign(key, Id, Timestamp, Body));
    }
}
