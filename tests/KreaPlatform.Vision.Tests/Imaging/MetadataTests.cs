using System.Text;
using KreaPlatform.ServiceDefaults.Imaging;
using KreaPlatform.ServiceDefaults.Imaging.Metadata;
using KreaPlatform.ServiceDefaults.Imaging.Rights;

namespace KreaPlatform.Vision.Tests.Imaging;

/// <summary>What files say about themselves is read, then left out, and the picture stays as it was.</summary>
public class MetadataTests
{
    private static readonly (string, string)[] Entries = [("c2pa.ai_generative_training", "notAllowed"), ("c2pa.data_mining", "constrained"), ("c2pa.ai_inference", "allowed")];

    private static byte[] Make(string format, byte[]? xmp, byte[]? store) => format switch
    {
        "jpeg" => RightsFiles.InJpeg(JpegFile.Write(24, 16, Encoded.Pattern), xmp, store),
        "png" => RightsFiles.InPng(xmp, store, compressed: false),
        "compressed png" => RightsFiles.InPng(xmp, store, compressed: true),
        "webp" => RightsFiles.InWebp(OtherFiles.Webp(24, 16, Encoded.Pattern, 80), 24, 16, xmp, store),
        _ => RightsFiles.InWebp(OtherFiles.Webp(24, 16, Encoded.Pattern, 100), 24, 16, xmp, store),
    };

    public static TheoryData<string> Formats => ["jpeg", "png", "compressed png", "webp", "lossless webp"];

    [Theory, MemberData(nameof(Formats))]
    public async Task Only_the_picture_is_kept_sample_for_sample(string format)
    {
        var file = Make(format, RightsFiles.Xmp(RightsFiles.Prohibited, "text"), RightsFiles.Store("c2pa.training-mining", Entries));
        var before = (await new SafeImageDecoder().DecodeAsync(file)).Image!;
        var kept = ImageParts.JoinPicture(ImageParts.Split(file, before.Format)!, before.Format);
        var after = (await new SafeImageDecoder().DecodeAsync(kept)).Image!;

        Assert.Equal(before.Pixels.Samples, after.Pixels.Samples);
        foreach (var trace in (string[])["xmp", "XMP", "EXIF", "eXIf", "jumb", "comment", "Photoshop", "Author", "film", "trailing", "useplus"])
            Assert.DoesNotContain(trace, Encoding.Latin1.GetString(kept));
        // Taking apart what was put together changes nothing more.
        Assert.Equal(kept, ImageParts.JoinPicture(ImageParts.Split(kept, before.Format)!, before.Format));
        if (format is "png" or "compressed png") Assert.Contains("gAMA", Encoding.Latin1.GetString(kept));
    }

    [Theory, MemberData(nameof(Formats))]
    public void Rights_are_found_in_every_format(string format)
    {
        var image = format.Contains("png") ? ImageFormat.Png : format == "jpeg" ? ImageFormat.Jpeg : ImageFormat.Webp;
        RightsHints Read(byte[]? xmp, byte[]? store) => RightsReader.Read(ImageParts.Split(Make(format, xmp, store), image)!);

        Assert.Equal(RightsHints.None, Read(null, null));
        foreach (var how in (string[])["attribute", "text", "resource"])
            Assert.Equal("prohibited_gen_ai_ml_training", Read(RightsFiles.Xmp(RightsFiles.Prohibited, how), null).DataMining);
        foreach (var label in (string[])["c2pa.training-mining", "cawg.training-mining", "c2pa.training-mining__1"])
        {
            var hints = Read(null, RightsFiles.Store(label, Entries));
            Assert.Equal(new RightsHints { GenerativeTraining = "not_allowed", Mining = "constrained", Inference = "allowed" }, hints);
            Assert.True(hints.ForbidTraining);
        }
        Assert.Equal(RightsHints.None, Read(RightsFiles.Xmp("nothing", "text"), RightsFiles.Store("c2pa.actions", Entries)));
    }

    [Theory]
    [InlineData("http://ns.useplus.org/ldf/vocab/DMI-ALLOWED", "allowed", false)]
    [InlineData("DMI-UNSPECIFIED", "unspecified", false)]
    [InlineData("dmi-prohibited", "prohibited", true)]
    [InlineData("DMI-PROHIBITED-AIMLTRAINING", "prohibited_ai_ml_training", true)]
    [InlineData("DMI-PROHIBITED-EXCEPTSEARCHENGINEINDEXING", "prohibited_except_search_engine_indexing", true)]
    [InlineData("DMI-PROHIBITED-SOMETHINGNEW", "prohibited", true)]
    [InlineData("yes", null, false)]
    public void Codes_of_the_vocabulary_have_words(string code, string? word, bool forbids)
    {
        Assert.Equal(word, DataMiningTerm.Of(code));
        Assert.Equal(forbids, new RightsHints { DataMining = word }.ForbidTraining);
    }

    [Fact]
    public async Task Damage_is_never_an_exception_and_what_decodes_still_decodes_alike()
    {
        var random = new Random(20260602);
        byte[][] files = [.. Formats.Select(f => Make(f.Data, RightsFiles.Xmp(RightsFiles.Prohibited, "text"), RightsFiles.Store("c2pa.training-mining", Entries)))];
        var decoder = new SafeImageDecoder();
        for (var round = 0; round < 3000; round++)
        {
            byte[] bytes = [.. files[round % files.Length]];
            for (var flips = random.Next(1, 4); flips > 0; flips--) bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            if (random.Next(4) == 0) bytes = bytes[..random.Next(20, bytes.Length)];
            if (!(await decoder.DecodeAsync(bytes) is { Succeeded: true, Image: { } image })) continue;
            if (ImageParts.Split(bytes, image.Format) is not { } parts) continue;
            _ = RightsReader.Read(parts);
            var kept = await decoder.DecodeAsync(ImageParts.JoinPicture(parts, image.Format));
            if (image.StoredUpright && kept.Succeeded) Assert.Equal(image.Pixels.Samples.Length, kept.Image.Pixels.Samples.Length);
        }
    }

    [Fact]
    public async Task Encoding_again_keeps_colours_and_opacity()
    {
        var pixels = new RgbImage(3, 1, [200, 100, 50, 255, 227, 191, 255, 255, 255]);
        var png = (await new SafeImageDecoder().DecodeAsync(PixelEncoder.Png(pixels, [255, 128, 0]))).Image!;
        Assert.Equal([255, 128, 0], png.Alpha!);
        Assert.All(pixels.Samples.Zip(png.Pixels.Samples), pair => Assert.InRange(pair.First - pair.Second, -1, 1));
        var jpeg = (await new SafeImageDecoder().DecodeAsync(PixelEncoder.Jpeg(new RgbImage(16, 16, [.. Enumerable.Repeat((byte)77, 768)])))).Image!;
        Assert.All(jpeg.Pixels.Samples, sample => Assert.InRange(sample, 75, 79));
    }
}
