using Grpc.Core;
using Grpc.Core.Interceptors;
using KreaPlatform.Gateway.Keys;
using KreaPlatform.Gateway.Rest;

namespace KreaPlatform.Gateway.Grpc;

/// <summary>Lets only callers with a known key in the metadata <c>authorization</c> through, and remembers who they are.</summary>
internal sealed class ApiKeyInterceptor(IKeyring keyring) : Interceptor
{
    public override Task<TResponse> UnaryServerHandler<TRequest, TResponse>(TRequest request, ServerCallContext context,
        UnaryServerMethod<TRequest, TResponse> continuation)
    {
        Authenticate(context);
        return continuation(request, context);
    }

    public override Task ServerStreamingServerHandler<TRequest, TResponse>(TRequest request, IServerStreamWriter<TResponse> responseStream,
        ServerCallContext context, ServerStreamingServerMethod<TRequest, TResponse> continuation)
    {
        Authenticate(context);
        return continuation(request, responseStream, context);
    }

    private void Authenticate(ServerCallContext context)
    {
        var http = context.GetHttpContext();
        if (!BearerKey.TryRead(http.Request.Headers.Authorization, out var key))
            throw RpcErrors.Unauthenticated("The metadata 'authorization: Bearer KEY' is missing or malformed.");
        if (keyring.Authenticate(key) is not { } caller) throw RpcErrors.Unauthenticated("The key is not known or no longer in force.");
        http.Features.Set(caller);
    }
}
