using System.Text.Json;
using KreaPlatform.ServiceDefaults.Imaging;
using KreaPlatform.Vision.Descriptors;
using KreaPlatform.Vision.Tests;

[assembly: AssemblyFixture(typeof(EvaluationSet))]

namespace KreaPlatform.Vision.Tests;

/// <summary>The 720 images in 60 styles, decoded and described once in a test run.</summary>
public sealed class EvaluationSet : IAsyncLifetime
{
    private readonly StyleDescriptor _descriptor = new(Repository.Model("style-descriptor/style-descriptor.onnx"));

    public sealed record Entry(string File, int Style, string Rendering, string Medium, string? Palette, string Grade, string Subject);

    public IReadOnlyList<Entry> Entries { get; private set; } = [];

    public IReadOnlyList<RgbImage> Images { get; private set; } = [];

    public IReadOnlyList<ImageDescription> Descriptions { get; private set; } = [];

    public StyleDescriptor Descriptor => _descriptor;

    public async ValueTask InitializeAsync()
    {
        Entries = JsonSerializer.Deserialize<Entry[]>(await File.ReadAllTextAsync(Repository.Eval("styles/index.json")), JsonSerializerOptions.Web)!;
        var decoder = new SafeImageDecoder();
        var images = new List<RgbImage>();
        foreach (var entry in Entries)
        {
            var decoding = await decoder.DecodeAsync(await File.ReadAllBytesAsync(Repository.Eval($"styles/{entry.File}")));
            images.Add(decoding.Image!.Pixels);
        }
        Images = images;
        Descriptions = [.. images.Select(i => i.ToPlanes()).Chunk(16)
            .SelectMany(batch => batch.Select(i => (i.Width, i.Height)).Distinct().Count() == 1
            ? _descriptor.Describe(batch) : batch.Select(_descriptor.Describe))];
    }

    public ValueTask DisposeAsync()
    {
        _descriptor.Dispose();
        return ValueTask.CompletedTask;
    }
}
