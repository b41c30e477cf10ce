using System.Numerics.Tensors;
using KreaPlatform.ServiceDefaults.Imaging;
using KreaPlatform.Vision.Descriptors;

namespace KreaPlatform.Vision.Tests.Models;

/// <summary>The shipped descriptor does, on the evaluation set and through our decoding, what its README says.</summary>
public class StyleDescriptorTests(EvaluationSet set, ITestOutputHelper output)
{
    [Fact]
    public void Widths_come_from_the_file_and_vectors_are_unit()
    {
        Assert.Equal((128, 96), (set.Descriptor.StyleWidth, set.Descriptor.ContentWidth));
        Assert.Equal(64, set.Descriptor.Version.Length);
        Assert.All(set.Descriptions, d =>
        {
            Assert.Equal((128, 96), (d.Style.Length, d.Content.Length));
            Assert.Equal(1, TensorPrimitives.Norm(d.Style), 4);
            Assert.Equal(1, TensorPrimitives.Norm(d.Content), 4);
        });
    }

    [Fact]
    public void The_nearest_image_shares_the_style_as_often_as_the_readme_says()
    {
        var right = Nearest((i, j) => i != j, (a, b) => a.Style == b.Style);
        output.WriteLine($"nearest has the same style: {right:0.000}");
        Assert.Equal(0.59, right, 0.02);
    }

    [Fact]
    public void The_nearest_image_of_another_style_shares_its_factors_as_often_as_the_readme_says()
    {
        bool Other(int i, int j) => set.Entries[i].Style != set.Entries[j].Style;
        var (medium, grade, rendering) = (Nearest(Other, (a, b) => a.Medium == b.Medium), Nearest(Other, (a, b) => a.Grade == b.Grade),
            Nearest(Other, (a, b) => a.Rendering == b.Rendering));
        output.WriteLine($"medium {medium:0.000}, grade {grade:0.000}, rendering {rendering:0.000}");
        Assert.Equal(0.85, medium, 0.02);
        Assert.Equal(0.58, grade, 0.02);
        Assert.Equal(0.45, rendering, 0.02);
    }

    [Fact]
    public void Same_and_other_styles_lie_apart_as_the_readme_says()
    {
        List<double> same = [], other = [];
        for (var i = 0; i < set.Entries.Count; i++)
            for (var j = i + 1; j < set.Entries.Count; j++)
                (set.Entries[i].Style == set.Entries[j].Style ? same : other).Add(Style(i, j));
        other.Sort();
        var area = same.Average(s => (double)~other.BinarySearch(s, Never.Equal) / other.Count);
        output.WriteLine($"same {same.Average():0.000}, other {other.Average():0.000}, p99 {other[other.Count * 99 / 100]:0.000}, AUC {area:0.0000}");
        Assert.Equal(0.69, same.Average(), 0.02);
        Assert.Equal(0.03, other.Average(), 0.02);
        Assert.Equal(0.70, other[other.Count * 99 / 100], 0.02);
        Assert.Equal(0.954, area, 0.01);
    }

    [Fact]
    public void Subjects_are_told_apart_across_styles_as_the_readme_says()
    {
        // Centroid of a subject over the other styles; an image is right when its own subject's is the nearest.
        var subjects = set.Entries.Select(e => e.Subject).Distinct().ToArray();
        int right = 0, asked = 0;
        for (var i = 0; i < set.Entries.Count; i++)
        {
            var centroids = subjects.Select(s => (Subject: s, Centre: Centre(s, set.Entries[i].Style))).Where(c => c.Centre is not null).ToArray();
            if (centroids.All(c => c.Subject != set.Entries[i].Subject)) continue;
            asked++;
            if (centroids.MaxBy(c => TensorPrimitives.CosineSimilarity(c.Centre!,
                set.Descriptions[i].Content)).Subject == set.Entries[i].Subject) right++;
        }
        output.WriteLine($"nearest subject centroid is right: {(double)right / asked:0.000} of {asked}");
        Assert.Equal(0.30, (double)right / asked, 0.03);

        float[]? Centre(string subject, int withoutStyle)
        {
            var members = Enumerable.Range(0, set.Entries.Count).Where(k => set.Entries[k].Subject == subject && set.Entries[k].Style != withoutStyle)
                .ToArray();
            if (members.Length == 0) return null;
            var sum = new float[96];
            foreach (var k in members) TensorPrimitives.Add(sum, set.Descriptions[k].Content, sum);
            return sum;
        }
    }

    [Fact]
    public void A_batch_gives_what_single_calls_give()
    {
        var one = set.Descriptor.Describe(set.Images[5].ToPlanes());
        Assert.True(TensorPrimitives.Dot(one.Style, set.Descriptions[5].Style) > 0.99999f);
        Assert.Empty(set.Descriptor.Describe([]));
        Assert.Throws<ArgumentException>(() => set.Descriptor.Describe([new PixelPlanes(8, 8), new PixelPlanes(8, 9)]));
    }

    [Fact]
    public void A_file_that_is_no_descriptor_is_named()
    {
        var upscaler = Repository.Model("upscaler/upscaler-x4.onnx");
        Assert.Contains("style", Assert.Throws<VisionModelException>(() => new StyleDescriptor(upscaler)).Message);
        Assert.Throws<VisionModelException>(() => new StyleDescriptor(Repository.Model("upscaler/README.md")));
        Assert.Throws<VisionModelException>(() => new StyleDescriptor("missing.onnx"));
    }

    private double Style(int i, int j) => TensorPrimitives.Dot(set.Descriptions[i].Style, set.Descriptions[j].Style);

    private double Nearest(Func<int, int, bool> eligible, Func<EvaluationSet.Entry, EvaluationSet.Entry, bool> right) =>
        Enumerable.Range(0, set.Entries.Count).Average(i =>
        {
            var nearest = Enumerable.Range(0, set.Entries.Count).Where(j => eligible(i, j)).MaxBy(j => Style(i, j));
            return right(set.Entries[i], set.Entries[nearest]) ? 1.0 : 0.0;
        });

    /// <summary>Turns a binary search into a rank: nothing is ever found, so the answer is where it would be inserted.</summary>
    private sealed class Never : IComparer<double>
    {
        public static readonly Never Equal = new();

        public int Compare(double x, double y) => x < y ? -1 : 1;
    }
}
