using KreaPlatform.ServiceDefaults.Imaging;
using KreaPlatform.Vision.Hashing;
using KreaPlatform.Vision.Tests.Imaging;
using SkiaSharp;

namespace KreaPlatform.Vision.Tests.Models;

public class PerceptualHashTests(EvaluationSet set, ITestOutputHelper output)
{
    [Fact]
    public async Task A_copy_keeps_the_hash_and_another_picture_does_not()
    {
        var decoder = new SafeImageDecoder();
        var sample = Enumerable.Range(0, set.Images.Count).Where(i => i % 10 == 0).ToArray();
        var hashes = sample.Select(i => PerceptualHash.Of(set.Images[i].ToPlanes())).ToArray();
        List<int> copies = [], others = [];
        for (var k = 0; k < sample.Length; k++)
        {
            var image = set.Images[sample[k]];
            var jpeg = Encoded.Write(image.Width, image.Height, (x, y) =>
            {
                var pixel = image.Row(y)[(3 * x)..];
                return new SKColor(pixel[0], pixel[1], pixel[2]);
            }, SKEncodedImageFormat.Jpeg, 60);
            var decoded = (await decoder.DecodeAsync(jpeg)).Image!.Pixels;
            copies.Add(PerceptualHash.Distance(hashes[k], PerceptualHash.Of(Resampler.Resample(decoded.ToPlanes(), 96, 90))));
            for (var j = 0; j < k; j++) others.Add(PerceptualHash.Distance(hashes[k], hashes[j]));
        }
        output.WriteLine($"copies: mean {copies.Average():0.0}, worst {copies.Max()}; others: mean {others.Average():0.0}, nearest {others.Min()}");
        Assert.True(copies.Max() <= 10);
        Assert.InRange(others.Average(), 27, 33);
        Assert.True(others.Count(d => d <= 10) <= others.Count / 200);
    }

    [Fact]
    public void Flat_pictures_have_no_features_and_brightness_does_not_matter()
    {
        var grey = new PixelPlanes(50, 40);
        grey.Values.AsSpan().Fill(0.5f);
        Assert.Equal(0ul, PerceptualHash.Of(grey));
        var picture = set.Images[3].ToPlanes();
        var dimmed = new PixelPlanes(picture.Width, picture.Height, [.. picture.Values.Select(v => 0.1f + 0.6f * v)]);
        Assert.True(PerceptualHash.Distance(PerceptualHash.Of(picture), PerceptualHash.Of(dimmed)) <= 2);
    }
}
