using System.Collections.Concurrent;
using KreaPlatform.Contracts.Bus;
using KreaPlatform.Contracts.Generation;
using KreaPlatform.Gateway.Assets;
using KreaPlatform.Gateway.Dispatch;
using KreaPlatform.Gateway.Jobs;
using KreaPlatform.Gateway.Keys;
using KreaPlatform.Gateway.Plans;
using KreaPlatform.Gateway.Requests;
using KreaPlatform.Gateway.Styles;
using KreaPlatform.Gateway.Tests.Hosting;
using KreaPlatform.ServiceDefaults.Bus;
using KreaPlatform.ServiceDefaults.Storage;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace KreaPlatform.Gateway.Tests.Assets;

/// <summary>What holds of assets' rows and bytes, on either database, whoever does what at the same time.</summary>
public abstract class AssetRowTests
{
    protected abstract Task<GatewayUnderTest> StartAsync(Action<IServiceCollection> configure, params (string, string)[] settings);

    private Task<GatewayUnderTest> StartAsync(params (string, string)[] settings) => StartAsync(services =>
    {
        services.AddSingleton<AskedDescriptions>();
        services.ContributeToBus(bus => bus.AddConsumer<DescribeProbe>().Endpoint(e => e.Name = QueueNames.Describe));
    }, settings);

    [Fact]
    public async Task The_same_bytes_many_times_at_once_are_one_asset_that_is_described_once()
    {
        await using var gateway = await StartAsync();
        var (assets, file) = (gateway.Get<AssetService>(), Uploads.Png());
        var results = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => Task.Run(() => assets.UploadAsync(GatewayUnderTest.Alice, file, default))));
        Assert.Single(results.Select(r => r.Asset!.Id).Distinct());
        Assert.Single(results, r => r.IsNew);
        var asset = results[0].Asset!;
        Assert.Equal([asset.Blob], await gateway.Get<AskedDescriptions>().UntilAsync(1));

        await gateway.Bus.Publish(new ImageDescribed { Blob = asset.Blob, Width = 16, Height = 16, Vectors = Vectors });
        var described = await UntilAsync(gateway, asset.Id, a => a!.Description == DescriptionStatus.Described);
        Assert.Equal(asset.Blob, described!.Blob);
        var kept = await gateway.Database.ReadAsync(db => db.ImageDescriptions.SingleAsync());
        Assert.Equal(("d1", "00ff00ff00ff00ff", 8), (kept.Descriptor, kept.PerceptualHash, kept.Style.Length));

        Assert.Equal(AssetDeletionOutcome.Deleted, (await assets.DeleteAsync(GatewayUnderTest.Alice, asset.Id, default)).Outcome);
        Assert.Equal(0, await gateway.Database.ReadAsync(db => db.ImageDescriptions.CountAsync()));
        Assert.Equal(0, await gateway.Database.ReadAsync(db => db.UnusedBlobs.CountAsync()));
    }

    [Fact]
    public async Task An_image_that_can_t_be_described_says_so_and_a_lost_question_is_asked_again()
    {
        await using var gateway = await StartAsync(("Assets:AskAgainAfter", "00:00:00"));
        var asset = (await gateway.Get<AssetService>().UploadAsync(GatewayUnderTest.Alice, Uploads.Png(), default)).Asset!;
        await gateway.Get<AskedDescriptions>().UntilAsync(1);
        await Sweeper<DescriptionSweeper>(gateway).RunOnceAsync(default);
        Assert.Equal([asset.Blob, asset.Blob], (await gateway.Get<AskedDescriptions>().UntilAsync(2)).Take(2));
        await gateway.Bus.Publish(new ImageDescribed { Blob = asset.Blob, Error = "no model" });
        await UntilAsync(gateway, asset.Id, a => a!.Description == DescriptionStatus.Failed);
    }

    [Fact]
    public async Task Bytes_are_never_lost_to_a_deletion_at_the_same_time()
    {
        await using var gateway = await StartAsync();
        var (assets, blobs) = (gateway.Get<AssetService>(), gateway.Get<IBlobStore>());
        for (var round = 0; round < 25; round++)
        {
            var file = Uploads.Png();
            var mine = (await assets.UploadAsync(GatewayUnderTest.Alice, file, default)).Asset!;
            var upload = Task.Run(() => assets.UploadAsync(GatewayUnderTest.Bob, file, default));
            var delete = Task.Run(() => assets.DeleteAsync(GatewayUnderTest.Alice, mine.Id, default));
            var theirs = (await upload).Asset!;
            await delete;
            await using (var stream = await blobs.OpenAsync(theirs.Blob)) Assert.NotNull(stream);
            await assets.DeleteAsync(GatewayUnderTest.Bob, theirs.Id, default);
            Assert.Null(await blobs.OpenAsync(theirs.Blob));
        }
    }

    [Fact]
    public async Task An_open_job_keeps_the_bytes_that_it_was_accepted_with_until_it_ends()
    {
        await using var gateway = await StartAsync(("Jobs:UnusedBlobGrace", "00:00:00"));
        var (assets, blobs) = (gateway.Get<AssetService>(), gateway.Get<IBlobStore>());
        var asset = (await assets.UploadAsync(GatewayUnderTest.Alice, Uploads.Png(), default)).Asset!;
        var job = (await SubmitAsync(gateway, asset)).Accepted;
        Assert.Equal(AssetDeletionOutcome.Deleted, (await assets.DeleteAsync(GatewayUnderTest.Alice, asset.Id, default)).Outcome);
        await Sweeper<RetentionSweeper>(gateway).RunOnceAsync(default);
        await using (var held = await blobs.OpenAsync(asset.Blob)) Assert.NotNull(held);
        await gateway.Jobs.CancelAsync(GatewayUnderTest.Alice, job.Id, default);
        await Sweeper<RetentionSweeper>(gateway).RunOnceAsync(default);
        Assert.Null(await blobs.OpenAsync(asset.Blob));
        Assert.Equal(0, await gateway.Database.ReadAsync(db => db.UnusedBlobs.CountAsync()));
    }

    [Fact]
    public async Task A_job_is_accepted_with_its_bytes_or_not_at_all()
    {
        await using var gateway = await StartAsync();
        var (assets, blobs) = (gateway.Get<AssetService>(), gateway.Get<IBlobStore>());
        for (var round = 0; round < 25; round++)
        {
            var asset = (await assets.UploadAsync(GatewayUnderTest.Alice, Uploads.Png(), default)).Asset!;
            var submit = Task.Run(() => SubmitAsync(gateway, asset));
            var delete = Task.Run(() => assets.DeleteAsync(GatewayUnderTest.Alice, asset.Id, default));
            var admission = await submit;
            await delete;
            await using var stream = await blobs.OpenAsync(asset.Blob);
            if (admission.Job is null) Assert.IsType<AdmissionRefusal.ImageGone>(admission.Refusal);
            Assert.Equal(admission.Job is null, stream is null);
        }
        var gone = (await assets.UploadAsync(GatewayUnderTest.Alice, Uploads.Png(), default)).Asset!;
        await assets.DeleteAsync(GatewayUnderTest.Alice, gone.Id, default);
        Assert.IsType<AdmissionRefusal.ImageGone>((await SubmitAsync(gateway, gone)).Refusal);
    }

    [Fact]
    public async Task A_style_and_the_deletion_of_its_image_at_the_same_time_leave_both_or_neither()
    {
        await using var gateway = await StartAsync();
        var (assets, styles) = (gateway.Get<AssetService>(), gateway.Get<StyleService>());
        for (var round = 0; round < 25; round++)
        {
            var asset = (await assets.UploadAsync(GatewayUnderTest.Alice, Uploads.Png(), default)).Asset!;
            var errors = new ErrorList();
            var make = Task.Run(() => styles.CreateAsync(GatewayUnderTest.Alice, new StyleDraft { Name = "ink", Images = [asset.Id] }, null, errors, default));
            var delete = Task.Run(() => assets.DeleteAsync(GatewayUnderTest.Alice, asset.Id, default));
            var (style, deletion) = (await make, await delete);
            if (style is null)
            {
                Assert.Equal(AssetDeletionOutcome.Deleted, deletion.Outcome);
                Assert.Equal("not_found", errors.Items[0].Code);
            }
            else
            {
                Assert.Equal(AssetDeletionOutcome.InUse, deletion.Outcome);
                Assert.Equal([style.Id], deletion.Styles);
                Assert.NotNull(await assets.FindAsync(GatewayUnderTest.Alice, asset.Id, default));
            }
        }
    }

    [Fact]
    public async Task A_plan_s_room_is_kept_to_however_many_come_at_once()
    {
        await using var gateway = await StartAsync();
        var assets = gateway.Get<AssetService>();
        var small = new Caller("acc_small", new Plan { MaxAssets = 3 });
        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => assets.UploadAsync(small, Uploads.Png(), default))));
        Assert.Equal(3, results.Count(r => r.Succeeded));
        Assert.All(results.Where(r => !r.Succeeded), r => Assert.Equal("allowance_reached", r.Error!.Code));
        // Deleting makes room; what is there already needs none.
        await assets.DeleteAsync(small, results.First(r => r.Succeeded).Asset!.Id, default);
        var file = Uploads.Png();
        Assert.True((await assets.UploadAsync(small, file, default)).IsNew);
        Assert.False((await assets.UploadAsync(small, file, default)).IsNew);

        var narrow = new Caller("acc_narrow", new Plan { MaxAssetBytes = 10 });
        Assert.Equal("allowance_reached", (await assets.UploadAsync(narrow, Uploads.Png(), default)).Error!.Code);
    }

    private static Task<Admission> SubmitAsync(GatewayUnderTest gateway, Asset asset) => gateway.Jobs.SubmitAsync(GatewayUnderTest.Alice,
        new ResolvedRequest(GatewayUnderTest.Request(), new JobSources([], new EditSpec(asset.Blob, 0.5))), null, null, default);

    private static ImageVectors Vectors => new() { Descriptor = "d1", Style = [1, 0], Content = [0, 1], PerceptualHash = "00ff00ff00ff00ff" };

    private static T Sweeper<T>(GatewayUnderTest gateway) => gateway.Get<IEnumerable<IHostedService>>().OfType<T>().Single();

    private static async Task<Asset?> UntilAsync(GatewayUnderTest gateway, string id, Func<Asset?, bool> condition)
    {
        for (var i = 0; i < 600; i++)
        {
            if (await gateway.Get<AssetService>().FindAsync(GatewayUnderTest.Alice, id, default) is var asset && condition(asset)) return asset;
            await Task.Delay(25);
        }
        throw new TimeoutException(id);
    }

    private sealed class AskedDescriptions
    {
        public ConcurrentQueue<string> Blobs { get; } = new();

        public async Task<string[]> UntilAsync(int count)
        {
            for (var i = 0; i < 600 && Blobs.Count < count; i++) await Task.Delay(25);
            return [.. Blobs];
        }
    }

    private sealed class DescribeProbe(AskedDescriptions asked) : IConsumer<DescribeImage>
    {
        public Task Consume(ConsumeContext<DescribeImage> context)
        {
            asked.Blobs.Enqueue(context.Message.Blob);
            return Task.CompletedTask;
        }
    }
}
