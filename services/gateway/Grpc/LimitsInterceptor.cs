using Grpc.Core;
using Grpc.Core.Interceptors;
using KreaPlatform.Gateway.Limits;
using KreaPlatform.Gateway.Rest;

namespace KreaPlatform.Gateway.Grpc;

/// <summary>The limits of <see cref="RateLimitFilter"/> and <see cref="OpenStreamFilter"/> for calls; stands behind the key check.</summary>
internal sealed class LimitsInterceptor(RateLimits limits, Leases leases) : Interceptor
{
    public override async Task<TResponse> UnaryServerHandler<TRequest, TResponse>(TRequest request, ServerCallContext context,
        UnaryServerMethod<TRequest, TResponse> continuation)
    {
        await CountAsync(context);
        return await continuation(request, context);
    }

    public override async Task<TResponse> ClientStreamingServerHandler<TRequest, TResponse>(IAsyncStreamReader<TRequest> requestStream, ServerCallContext context,
        ClientStreamingServerMethod<TRequest, TResponse> continuation)
    {
        await CountAsync(context);
        return await continuation(requestStream, context);
    }

    public override async Task ServerStreamingServerHandler<TRequest, TResponse>(TRequest request, IServerStreamWriter<TResponse> responseStream,
        ServerCallContext context, ServerStreamingServerMethod<TRequest, TResponse> continuation)
    {
        await CountAsync(context);
        var caller = context.GetHttpContext().Caller();
        if (caller.Plan.OpenStreams is not { } most)
        {
            await continuation(request, responseStream, context);
            return;
        }
        await using var lease = await leases.TryTakeAsync(caller.AccountId, most)
            ?? throw RpcErrors.Exhausted($"Your plan allows {most} open streams at once.", TimeSpan.FromSeconds(5));
        await continuation(request, responseStream, context);
    }

    private async Task CountAsync(ServerCallContext context)
    {
        var caller = context.GetHttpContext().Caller();
        if (caller.Plan.RequestsPerMinute is not { } perMinute) return;
        var verdict = await limits.TakeAsync(caller.AccountId, perMinute);
        RateHeaders.Write(context.GetHttpContext().Response.Headers, verdict);
        if (!verdict.Allowed) throw RpcErrors.Exhausted($"Your plan allows {verdict.Limit} requests a minute.", verdict.NextIn);
    }
}
