using KreaPlatform.Gateway.Problems;
using KreaPlatform.Gateway.Rest;
using Microsoft.AspNetCore.Http.Features;

namespace KreaPlatform.Gateway.Idempotency;

/// <summary>
/// Honours <c>Idempotency-Key</c> on a route that creates something; stands behind the key check.
/// 1. Reads the key. 2. Compares with what is known of it. 3. Runs the request and keeps the lease. 4. Keeps the answer of one that succeeded; one that
/// was refused leaves the key free, so that it may be corrected and sent again.
/// </summary>
public sealed class IdempotencyFilter(IdempotencyStore store, IdempotencyLeases leases) : IEndpointFilter
{
    /// <inheritdoc/>
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext invocation, EndpointFilterDelegate next)
    {
        var context = invocation.HttpContext;
        var cancel = context.RequestAborted;

        // 1.
        if (!context.Request.Headers.TryGetValue(IdempotencyKey.Header, out var header)) return await next(invocation);
        if (!IdempotencyKey.TryRead(header.Count == 1 ? header[0] : null, out var key, out var error))
            return Problem.InvalidParameters(FieldError.In(IdempotencyKey.Header, FieldErrorCode.Malformed, error));

        // 2.
        var start = await store.BeginAsync(context.Caller().AccountId, key, await RequestFingerprint.OfAsync(context.Request, cancel), cancel);
        if (start is IdempotencyStart.Replay replay) return Opened(context, replay.Answer) ?? (object)new Problem(ProblemKind.IdempotencyMismatch, "The first answer holds a secret and is given again to the API key that sent the request.");
        if (start is IdempotencyStart.Mismatch) return new Problem(ProblemKind.IdempotencyMismatch, "Use a new key for another request.");
        if (start is not IdempotencyStart.Run { Claim: var claim }) return new Problem(ProblemKind.IdempotencyInFlight, "Send it again in a moment for its answer.");

        // 3.
        context.Features.Set(claim);
        if (claim.Resource is not null) context.Response.Headers[StoredAnswer.ReplayedHeader] = "true";
        StoredAnswer? answer = null;
        await using var alive = leases.Keep(claim);
        try
        {
            (var problem, answer) = await RunAsync(invocation, next);
            return problem ?? Results.Empty;
        }
        catch (IdempotencyLostException)
        {
            return new Problem(ProblemKind.IdempotencyInFlight, "Send it again in a moment for its answer.");
        }
        finally
        {
            // 4.
            if (answer is { Status: < 300, Body.Length: <= IdempotencyStore.LargestBody }) await store.CompleteAsync(claim, Kept(context, answer));
            else await store.ReleaseAsync(claim);
        }
    }

    private static StoredAnswer Kept(HttpContext context, StoredAnswer answer) =>
        HoldsSecret(context, out var apiKey) ? answer with { Body = AnswerSeal.Seal(apiKey, answer.Body) } : answer;

    private static StoredAnswer? Opened(HttpContext context, StoredAnswer answer) =>
        !HoldsSecret(context, out var apiKey) ? answer : AnswerSeal.Open(apiKey, answer.Body) is { } body ? answer with { Body = body } : null;

    private static bool HoldsSecret(HttpContext context, out string apiKey)
    {
        apiKey = "";
        return context.GetEndpoint()?.Metadata.GetMetadata<AnswersSecretAttribute>() is not null && BearerKey.TryRead(context.Request.Headers.Authorization, out apiKey!);
    }

    // The answer is null when it was streamed: what the request made is then streamed again to whoever asks again. A problem is left to whoever words it.
    private static async Task<(object? Problem, StoredAnswer? Answer)> RunAsync(EndpointFilterInvocationContext invocation, EndpointFilterDelegate next)
    {
        var context = invocation.HttpContext;
        var body = context.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        using var recorder = new AnswerRecorder(body);
        context.Features.Set<IHttpResponseBodyFeature>(recorder);
        try
        {
            var result = await next(invocation);
            if (result is Problem) return (result, null);
            if (result is IResult executable) await executable.ExecuteAsync(context);
            await recorder.CompleteAsync();
        }
        finally
        {
            context.Features.Set(body);
        }
        if (recorder.Body is not { } bytes) return (null, null);
        var response = context.Response;
        await body.Stream.WriteAsync(bytes, context.RequestAborted);
        return (null, new StoredAnswer(response.StatusCode, response.ContentType, response.Headers.Location, bytes));
    }
}
