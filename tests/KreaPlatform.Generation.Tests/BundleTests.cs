using KreaPlatform.Contracts.Bus;

namespace KreaPlatform.Generation.Tests;

public sealed class BundleTests
{
    private static IReadOnlyList<Contracts.Generation.ModelDescription> Models(WorkerUnderTest worker) => worker.Gateway.Reports.LastOrDefault()?.Models ?? [];

    [Fact]
    public async Task An_altered_file_makes_its_bundle_unavailable_with_the_reason_and_leaves_the_others_alone()
    {
        await using var worker = await WorkerUnderTest.StartAsync(models =>
        {
            TestBundle.Write(models, "flat");
            File.WriteAllBytes(Path.Combine(TestBundle.Write(models, "broken"), "weights.onnx"), [9]);
        });
        await WorkerUnderTest.UntilAsync(() => Models(worker).Count == 2);
        var broken = Models(worker).Single(m => m.Id == "broken");
        Assert.False(broken.Available);
        Assert.Contains("weights.onnx: expected SHA-256", broken.Reason);
        await worker.SendAsync(WorkerUnderTest.Command("gen_a"));
        await worker.ResultAsync<AttemptCompleted>("gen_a");
    }

    [Fact]
    public async Task A_bundle_put_into_the_folder_is_served_without_a_restart_and_one_taken_away_is_not()
    {
        await using var worker = await WorkerUnderTest.StartAsync(_ => { });
        var folder = TestBundle.Write(worker.Models, "late");
        await worker.SendAsync(WorkerUnderTest.Command("gen_a", model: "late"));
        await worker.ResultAsync<AttemptCompleted>("gen_a");
        Directory.Delete(folder, recursive: true);
        await WorkerUnderTest.UntilAsync(() => Models(worker).Count == 0);
    }

    [Fact]
    public async Task A_bundle_that_is_being_copied_is_neither_loaded_half_way_nor_called_broken()
    {
        await using var worker = await WorkerUnderTest.StartAsync(_ => { });
        byte[] weights = [.. Enumerable.Range(0, 200).Select(i => (byte)i)];
        var folder = Directory.CreateDirectory(Path.Combine(worker.Models, "slow")).FullName;
        File.WriteAllText(Path.Combine(folder, "bundle.json"), TestBundle.Manifest("slow", weights));
        await using (var file = new FileStream(Path.Combine(folder, "weights.onnx"), FileMode.Create, FileAccess.Write, FileShare.ReadWrite, 1))
            foreach (var part in weights.Chunk(10))
            {
                await file.WriteAsync(part);
                await file.FlushAsync();
                await Task.Delay(30);
            }
        await WorkerUnderTest.UntilAsync(() => Models(worker).Any(m => m.Available));
        Assert.DoesNotContain(worker.Gateway.Reports, r => r.Models.Any(m => m.Available && m.Bundle.Length == 0));
    }
}
