using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using KreaPlatform.Gateway.Webhooks.Endpoints;
using KreaPlatform.Gateway.Webhooks.Payloads;
using KreaPlatform.Gateway.Webhooks.Signing;
using KreaPlatform.ServiceDefaults.Fetching;
using Microsoft.Extensions.Options;

namespace KreaPlatform.Gateway.Webhooks.Delivery;

/// <summary>Makes one attempt: writes the body, signs it, posts it through the SSRF guard, judges the answer. Never throws for what the receiver does.</summary>
public sealed partial class DeliverySender(
    GuardedHandler handler, WebhookPayloads payloads, SecretSeal seal, TimeProvider clock, IOptions<WebhooksOptions> options, ILogger<DeliverySender> logger)
    : IDisposable
{
    private const int LongestResponse = 1024;
    private static readonly MediaTypeHeaderValue Json = new("application/json");
    private readonly HttpClient _http = new(handler) { Timeout = System.Threading.Timeout.InfiniteTimeSpan };

    /// <summary>Attempts a delivery.</summary>
    /// <exception cref="OperationCanceledException">The host stops; nothing is known of the attempt.</exception>
    public async Task<AttemptResult> SendAsync(WebhookDelivery delivery, WebhookEndpoint endpoint, CancellationToken cancel)
    {
        // 1. The request.
        var at = clock.GetUtcNow();
        HttpRequestMessage request;
        try
        {
            request = await RequestAsync(delivery, endpoint, at, cancel);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            LogUnwritten(e, delivery.Id);
            return new AttemptResult(AttemptOutcome.Failed, at, TimeSpan.Zero) { Error = AttemptError.Internal };
        }

        // 2. The answer.
        var since = clock.GetTimestamp();
        using (request)
        using (var time = new CancellationTokenSource(options.Value.Timeout, clock))
        using (var ending = CancellationTokenSource.CreateLinkedTokenSource(cancel, time.Token))
        {
            try
            {
                using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, ending.Token);
                var latency = clock.GetElapsedTime(since);
                var pause = RetryAfter(response.Headers.RetryAfter, at);
                var (outcome, error) = AnswerRules.Judge((int)response.StatusCode, pause);
                return new AttemptResult(outcome, at, latency)
                {
                    Status = (int)response.StatusCode, Error = error, RetryAfter = pause, Response = await ReadAsync(response.Content, ending.Token),
                };
            }
            catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
            {
                return Failed(AttemptError.Timeout, null);
            }
            catch (UrlRefusedException refused)
            {
                return Failed(AttemptError.UrlRefused, refused.Message);
            }
            catch (HttpRequestException e)
            {
                return Failed(AttemptError.Connection, e.HttpRequestError.ToString());
            }
        }

        AttemptResult Failed(string error, string? detail) =>
            new(AttemptOutcome.Failed, at, clock.GetElapsedTime(since)) { Error = error, Response = detail };
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    private async Task<HttpRequestMessage> RequestAsync(WebhookDelivery delivery, WebhookEndpoint endpoint, DateTimeOffset at, CancellationToken cancel)
    {
        var body = await payloads.WriteAsync(delivery, cancel);
        var timestamp = at.ToUnixTimeSeconds();
        var content = new ByteArrayContent(body);
        content.Headers.ContentType = Json;
        var request = new HttpRequestMessage(HttpMethod.Post, delivery.Url ?? endpoint.Url) { Content = content };
        request.Headers.TryAddWithoutValidation("webhook-id", delivery.Id);
        request.Headers.TryAddWithoutValidation("webhook-timestamp", timestamp.ToString(CultureInfo.InvariantCulture));
        request.Headers.TryAddWithoutValidation("webhook-signature", WebhookSignature.Header(Keys(delivery, endpoint, at), delivery.Id, timestamp, body));
        request.Headers.TryAddWithoutValidation("User-Agent", "KreaPlatform-Webhooks/1");
        return request;
    }

    /// <summary>The delivery's own secret, or the endpoint's, with the one before it while a rotation overlaps.</summary>
    private IEnumerable<byte[]> Keys(WebhookDelivery delivery, WebhookEndpoint endpoint, DateTimeOffset now)
    {
        string?[] secrets = delivery.Secret is { } own ? [own] : [endpoint.Secret, endpoint.PreviousSecretUntil > now ? endpoint.PreviousSecret : null];
        foreach (var secret in secrets.OfType<string>())
            yield return WebhookSecret.TryRead(seal.Open(secret), out var key) ? key : throw new InvalidOperationException($"The secret of {endpoint.Id} is damaged.");
    }

    // An answer without its body is an answer all the same.
    private static async Task<string?> ReadAsync(HttpContent content, CancellationToken cancel)
    {
        var buffer = new byte[LongestResponse];
        var length = 0;
        try
        {
            await using var body = await content.ReadAsStreamAsync(cancel);
            while (length < buffer.Length && await body.ReadAsync(buffer.AsMemory(length), cancel) is var read and > 0) length += read;
        }
        catch (Exception e) when (e is IOException or HttpRequestException or OperationCanceledException)
        {
        }
        // A null character is no text for PostgreSQL.
        return length == 0 ? null : Encoding.UTF8.GetString(buffer, 0, length).Replace('\0', '\uFFFD');
    }

    private static TimeSpan? RetryAfter(RetryConditionHeaderValue? header, DateTimeOffset now)
    {
        var wait = header?.Delta ?? (header?.Date is { } date ? date - now : null);
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Webhook delivery {DeliveryId} could not be written")]
    private partial void LogUnwritten(Exception exception, string deliveryId);
}
