using System.Text.Json;
using KreaPlatform.Contracts.Bus;
using KreaPlatform.Contracts.Live;
using KreaPlatform.Gateway.Tests.Hosting;
using KreaPlatform.Generation.Describing;
using KreaPlatform.ServiceDefaults.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using StackExchange.Redis;

namespace KreaPlatform.Generation.Tests.Describing;

public sealed class DescribeImageTests(NanoWorker nano, RedisServer redis) : IClassFixture<RedisServer>
{
    [Fact]
    public async Task An_image_is_described_with_its_size_and_vectors()
    {
        var described = await AskAsync(nano.Worker, RepositoryFiles.Style(11, 0));
        Assert.Null(described.Error);
        Assert.True(described.Width > 0 && described.Height > 0);
        Assert.Equal((128, 96, 16), (described.Vectors!.Style.Length, described.Vectors.Content.Length, described.Vectors.PerceptualHash.Length));
        Assert.Equal(nano.Worker.Get<ImageDescriber>().Version, described.Vectors.Descriptor);
    }

    [Fact]
    public async Task Images_of_a_style_are_more_alike_than_others()
    {
        var (a, b, other) = (await AskAsync(nano.Worker, RepositoryFiles.Style(24, 0)), await AskAsync(nano.Worker, RepositoryFiles.Style(24, 1)),
            await AskAsync(nano.Worker, RepositoryFiles.Style(50, 0)));
        Assert.True(Cosine(a, b) > Cosine(a, other));

        static double Cosine(ImageDescribed x, ImageDescribed y) => x.Vectors!.Style.Zip(y.Vectors!.Style, (p, q) => (double)p * q).Sum();
    }

    [Fact]
    public async Task Bytes_that_are_no_image_and_bytes_that_are_gone_are_answered_with_the_reason()
    {
        var text = await AskAsync(nano.Worker, "not an image"u8.ToArray());
        Assert.Null(text.Vectors);
        Assert.Contains("not a JPEG, PNG, WebP or GIF", text.Error);
        var gone = await AskForAsync(nano.Worker, new string('c', 64));
        Assert.Equal((null, "The image is gone."), (gone.Vectors, gone.Error));
    }

    [Fact]
    public async Task The_same_content_is_described_once()
    {
        Assert.SkipWhen(redis.Missing is not null, redis.Missing ?? "");
        await using var worker = await NanoWorker.StartAsync(("ConnectionStrings:Redis", redis.ConnectionString));
        var first = await AskAsync(worker, RepositoryFiles.Style(12, 0));
        using var connection = await ConnectionMultiplexer.ConnectAsync(redis.ConnectionString);
        var (database, key) = (connection.GetDatabase(), DescriptionKeys.Of(first.Vectors!.Descriptor, first.Blob));
        await WorkerUnderTest.UntilAsync(() => database.KeyExists(key));
        Assert.InRange((await database.KeyTimeToLiveAsync(key))!.Value, TimeSpan.FromDays(6), DescriptionKeys.Lifetime);

        // Marked, so that the answer shows where it comes from.
        await database.StringSetAsync(key, JsonSerializer.Serialize(first with { Width = 4711 }, JsonSerializerOptions.Web));
        worker.Gateway.Descriptions.Clear();
        var second = await AskForAsync(worker, first.Blob);
        Assert.Equal(4711, second.Width);
        Assert.Equal(first.Vectors.Style, second.Vectors!.Style);

        // What was deleted is not remembered either.
        await worker.Get<IBlobStore>().DeleteAsync(first.Blob);
        worker.Gateway.Descriptions.Clear();
        Assert.NotNull((await AskForAsync(worker, first.Blob)).Error);
    }

    [Fact]
    public async Task A_store_that_is_away_for_a_moment_is_waited_for()
    {
        await using var worker = await NanoWorker.StartAsync(services => services.Replace(ServiceDescriptor.Singleton<IBlobStore>(
            provider => new AwayOnce(ActivatorUtilities.CreateInstance<DiskBlobStore>(provider)))));
        Assert.NotNull((await AskAsync(worker, RepositoryFiles.Style(13, 0))).Vectors);
    }

    private sealed class AwayOnce(IBlobStore store) : IBlobStore
    {
        private int _calls;

        public Task<BlobInfo> PutAsync(ReadOnlyMemory<byte> content, CancellationToken cancel = default) => store.PutAsync(content, cancel);

        public Task<Stream?> OpenAsync(string address, CancellationToken cancel = default) =>
            Interlocked.Increment(ref _calls) == 1 ? throw new IOException("The store does not answer.") : store.OpenAsync(address, cancel);

        public Task<bool> DeleteAsync(string address, CancellationToken cancel = default) => store.DeleteAsync(address, cancel);
    }

    private static async Task<ImageDescribed> AskAsync(WorkerUnderTest worker, byte[] image) =>
        await AskForAsync(worker, (await worker.Get<IBlobStore>().PutAsync(image)).Address);

    private static async Task<ImageDescribed> AskForAsync(WorkerUnderTest worker, string blob)
    {
        var endpoint = await worker.Bus.GetSendEndpoint(new Uri("queue:" + QueueNames.Describe));
        await endpoint.Send(new DescribeImage { Blob = blob });
        await WorkerUnderTest.UntilAsync(() => worker.Gateway.Descriptions.Any(d => d.Blob == blob));
        return worker.Gateway.Descriptions.First(d => d.Blob == blob);
    }
}
