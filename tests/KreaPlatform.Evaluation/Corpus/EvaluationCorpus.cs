using System.Text.Json;
using KreaPlatform.ServiceDefaults.Imaging;
using KreaPlatform.Vision.Descriptors;

namespace KreaPlatform.Evaluation.Corpus;

/// <summary>The labelled pictures of tests/eval: 60 styles of 12, none of which any model here was trained on.</summary>
internal sealed class EvaluationCorpus
{
    private const int DescribedTogether = 16;

    private readonly ILookup<int, CorpusImage> _styles;

    private EvaluationCorpus(IReadOnlyList<CorpusImage> images) => (Images, _styles) = (images, images.ToLookup(image => image.Label.Style));

    /// <summary>All pictures, style by style.</summary>
    public IReadOnlyList<CorpusImage> Images { get; }

    /// <summary>How many styles there are; they are numbered from 0.</summary>
    public int StyleCount => _styles.Count;

    /// <summary>The pictures of a style, in order.</summary>
    public IReadOnlyList<CorpusImage> Style(int style) => [.. _styles[style]];

    /// <summary>Reads, decodes and describes them.</summary>
    public static async Task<EvaluationCorpus> LoadAsync(string folder, StyleDescriptor descriptor)
    {
        var labels = JsonSerializer.Deserialize<ImageLabel[]>(await File.ReadAllBytesAsync(Path.Combine(folder, "index.json")), JsonSerializerOptions.Web)!;
        var decoder = new SafeImageDecoder();
        var pictures = new List<RgbImage>(labels.Length);
        foreach (var label in labels)
            pictures.Add((await decoder.DecodeAsync(await File.ReadAllBytesAsync(Path.Combine(folder, label.File)))).Image!.Pixels);

        var vectors = new ImageDescription[labels.Length];
        foreach (var size in Enumerable.Range(0, labels.Length).GroupBy(i => (pictures[i].Width, pictures[i].Height)))
            foreach (var batch in size.Chunk(DescribedTogether))
                foreach (var (i, described) in batch.Zip(descriptor.Describe([.. batch.Select(i => pictures[i].ToPlanes())])))
                    vectors[i] = described;
        return new EvaluationCorpus([.. labels.Select((label, i) => new CorpusImage(label, pictures[i], vectors[i]))]);
    }
}
