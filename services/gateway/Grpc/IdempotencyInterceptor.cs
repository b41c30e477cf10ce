using Google.Protobuf;
using Grpc.Core;
using Grpc.Core.Interceptors;
using KreaPlatform.Gateway.Idempotency;
using KreaPlatform.Gateway.Rest;

namespace KreaPlatform.Gateway.Grpc;

/// <summary>
/// Honours the metadata <c>idempotency-key</c> on unary calls, by the same store as REST: a call that was answered before gets the same message, one that
/// is still worked on ABORTED, a key of another call INVALID_ARGUMENT.
/// </summary>
internal sealed class IdempotencyInterceptor(IdempotencyStore store, IdempotencyLeases leases) : Interceptor
{
    private const string MediaType = "application/protobuf";

    public override async Task<TResponse> UnaryServerHandler<TRequest, TResponse>(TRequest request, ServerCallContext context,
        UnaryServerMethod<TRequest, TResponse> continuation)
    {
        if (context.RequestHeaders.GetValue(IdempotencyKey.Header) is not { } header || request is not IMessage message) return await continuation(request, context);
        if (!IdempotencyKey.TryRead(header, out var key, out var error))
            throw RpcErrors.Invalid([Problems.FieldError.In(IdempotencyKey.Header, Problems.FieldErrorCode.Malformed, error)]);

        var http = context.GetHttpContext();
        var start = await store.BeginAsync(http.Caller().AccountId, key, RequestFingerprint.Of(context.Method, message.ToByteArray()), context.CancellationToken);
        if (start is IdempotencyStart.Replay replay)
        {
            http.Response.Headers[StoredAnswer.ReplayedHeader] = "true";
            return (TResponse)((IMessage)Activator.CreateInstance<TResponse>()).Descriptor.Parser.ParseFrom(replay.Answer.Body);
        }
        if (start is IdempotencyStart.Mismatch)
            throw RpcErrors.Invalid([Problems.FieldError.In(IdempotencyKey.Header, Problems.FieldErrorCode.Conflict, "belongs to another call: use a new key")]);
        if (start is not IdempotencyStart.Run { Claim: var claim }) throw RpcErrors.InFlight();

        http.Features.Set(claim);
        if (claim.Resource is not null) http.Response.Headers[StoredAnswer.ReplayedHeader] = "true";
        StoredAnswer? answer = null;
        await using var alive = leases.Keep(claim);
        try
        {
            var response = await continuation(request, context);
            answer = new StoredAnswer(StatusCodes.Status200OK, MediaType, null, ((IMessage)response).ToByteArray());
            return response;
        }
        catch (IdempotencyLostException)
        {
            throw RpcErrors.InFlight();
        }
        finally
        {
            if (answer is { Body.Length: <= IdempotencyStore.LargestBody }) await store.CompleteAsync(claim, answer);
            else await store.ReleaseAsync(claim);
        }
    }
}
