using Grpc.Core;
using Grpc.Core.Interceptors;
using KreaPlatform.Gateway.Keys;
using KreaPlatform.Gateway.Rest;

namespace KreaPlatform.Gateway.Grpc;

/// <summary>Lets only callers with a known key in the metadata <c>authorization</c> and the scope of the method through, and remembers who they are.</summary>
internal sealed class ApiKeyInterceptor(IKeyring keyring) : Interceptor
{
    public override async Task<TResponse> UnaryServerHandler<TRequest, TResponse>(TRequest request, ServerCallContext context,
        UnaryServerMethod<TRequest, TResponse> continuation)
    {
        await AuthenticateAsync(context);
        return await continuation(request, context);
    }

    public override async Task<TResponse> ClientStreamingServerHandler<TRequest, TResponse>(IAsyncStreamReader<TRequest> requestStream, ServerCallContext context,
        ClientStreamingServerMethod<TRequest, TResponse> continuation)
    {
        await AuthenticateAsync(context);
        return await continuation(requestStream, context);
    }

    public override async Task ServerStreamingServerHandler<TRequest, TResponse>(TRequest request, IServerStreamWriter<TResponse> responseStream,
        ServerCallContext context, ServerStreamingServerMethod<TRequest, TResponse> continuation)
    {
        await AuthenticateAsync(context);
        await continuation(request, responseStream, context);
    }

    public override async Task DuplexStreamingServerHandler<TRequest, TResponse>(IAsyncStreamReader<TRequest> requestStream,
        IServerStreamWriter<TResponse> responseStream, ServerCallContext context, DuplexStreamingServerMethod<TRequest, TResponse> continuation)
    {
        await AuthenticateAsync(context);
        await continuation(requestStream, responseStream, context);
    }

    private async Task AuthenticateAsync(ServerCallContext context)
    {
        var http = context.GetHttpContext();
        if (!BearerKey.TryRead(http.Request.Headers.Authorization, out var key))
            throw RpcErrors.Unauthenticated("The metadata 'authorization: Bearer KEY' is missing or malformed.");
        if (await keyring.AuthenticateAsync(key, context.CancellationToken) is not { } caller)
            throw RpcErrors.Unauthenticated("The key is not known or no longer in force.");
        if (Needing.Refuse(caller, http) is { } refused) throw RpcErrors.Forbidden(refused.Detail!);
        http.Features.Set(caller);
    }
}
