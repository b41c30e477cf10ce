using System.Security.Cryptography;
using KreaPlatform.ServiceDefaults.Storage;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace KreaPlatform.Generation.Tests;

public sealed class DiskBlobStoreTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("krea-blobs-").FullName;

    private DiskBlobStore Store() => new(Options.Create(new StorageOptions { Folder = _folder }), TimeProvider.System, NullLogger<DiskBlobStore>.Instance);

    [Fact]
    public async Task What_was_put_is_found_under_the_hash_of_its_bytes_by_any_process()
    {
        byte[] content = [1, 2, 3];
        var info = await Store().PutAsync(content);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(content)), info.Address);
        await using var stream = await Store().OpenAsync(info.Address);
        Assert.Equal(3, stream!.Length);
        Assert.True(await Store().DeleteAsync(info.Address));
        Assert.Null(await Store().OpenAsync(info.Address));
        Assert.False(await Store().DeleteAsync(info.Address));
    }

    [Theory]
    [InlineData("../../etc/passwd")]
    [InlineData("")]
    [InlineData("AA")]
    public async Task Nothing_but_an_address_becomes_a_path(string address) => Assert.Null(await Store().OpenAsync(address));

    [Fact]
    public async Task The_same_bytes_from_many_writers_at_once_are_one_blob_and_leave_no_temporaries()
    {
        var store = Store();
        var content = new byte[100_000];
        await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => store.PutAsync(content)));
        Assert.Single(Directory.GetFiles(_folder, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task A_put_that_fails_leaves_nothing_to_be_served()
    {
        var store = Store();
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        await Assert.ThrowsAnyAsync<Exception>(() => store.PutAsync(new byte[10], cancelled.Token));
        Assert.Empty(Directory.GetFiles(_folder, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public void What_a_crashed_writer_left_is_swept_at_the_next_start()
    {
        _ = Store();
        var left = Path.Combine(_folder, ".tmp", "left");
        var young = Path.Combine(_folder, ".tmp", "young");
        File.WriteAllText(left, "x");
        File.WriteAllText(young, "x");
        File.SetLastWriteTimeUtc(left, DateTime.UtcNow - 2 * DiskBlobStore.StaleAfter);
        _ = Store();
        Assert.False(File.Exists(left));
        Assert.True(File.Exists(young));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
