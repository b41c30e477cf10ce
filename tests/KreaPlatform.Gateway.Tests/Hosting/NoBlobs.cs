using KreaPlatform.ServiceDefaults.Storage;

namespace KreaPlatform.Gateway.Tests.Hosting;

internal sealed class NoBlobs : IBlobStore
{
    public Task<BlobInfo> PutAsync(ReadOnlyMemory<byte> content, CancellationToken cancel = default) => throw new IOException();
    public Task<Stream?> OpenAsync(string address, CancellationToken cancel = default) => Task.FromResult<Stream?>(null);
    public Task<bool> DeleteAsync(string address, CancellationToken cancel = default) => Task.FromResult(false);
}
