using System.Text;
using KreaPlatform.ServiceDefaults.Imaging;
using SkiaSharp;

namespace KreaPlatform.Vision.Tests.Imaging;

/// <summary>What people upload, and what attackers do: each file is made here.</summary>
public class SafeImageDecoderTests
{
    private readonly SafeImageDecoder _decoder = new();

    public static TheoryData<string, ImageErrorCode> Refused() => new()
    {
        { "zero bytes", ImageErrorCode.Empty },
        { "one byte", ImageErrorCode.UnsupportedFormat },
        { "svg", ImageErrorCode.UnsupportedFormat },
        { "html", ImageErrorCode.UnsupportedFormat },
        { "bmp", ImageErrorCode.UnsupportedFormat },
        { "avif", ImageErrorCode.UnsupportedFormat },
        { "20 MB and a byte", ImageErrorCode.TooManyBytes },
        { "png of 60000 x 60000", ImageErrorCode.TooManyPixels },
        { "png one pixel wide", ImageErrorCode.TooManyPixels },
        { "png of 4 billion a side", ImageErrorCode.TooManyPixels },
        { "png of 5001 x 5000", ImageErrorCode.TooManyPixels },
        { "png of no width", ImageErrorCode.Corrupt },
        { "jpeg of 60000 x 60000", ImageErrorCode.TooManyPixels },
        { "webp of 60000 x 60000", ImageErrorCode.TooManyPixels },
        { "webp that contradicts itself", ImageErrorCode.Corrupt },
        { "animated gif", ImageErrorCode.Animated },
        { "animated webp", ImageErrorCode.Animated },
        { "animated png", ImageErrorCode.Animated },
        { "truncated png", ImageErrorCode.Truncated },
        { "truncated jpeg", ImageErrorCode.Truncated },
        { "truncated webp", ImageErrorCode.Truncated },
        { "png header only", ImageErrorCode.Truncated },
        { "jpeg without a frame", ImageErrorCode.Corrupt },
        { "png with a damaged header", ImageErrorCode.Corrupt },
        { "png with damaged data", ImageErrorCode.Corrupt },
    };

    [Theory, MemberData(nameof(Refused))]
    public async Task Refuses_with_the_reason(string file, ImageErrorCode expected)
    {
        var decoding = await _decoder.DecodeAsync(Make(file));

        Assert.False(decoding.Succeeded);
        Assert.Equal(expected, decoding.Error.Code);
        Assert.NotEmpty(decoding.Error.Message);
    }

    [Fact]
    public async Task A_bomb_is_refused_by_its_header_without_a_decode()
    {
        var decoder = new SafeImageDecoder(new ImageLimits(), TimeProvider.System, (_, _) => throw new InvalidOperationException("decoded"));

        Assert.Equal(ImageErrorCode.TooManyPixels, (await decoder.DecodeAsync(Make("png of 60000 x 60000"))).Error!.Code);
        Assert.Equal(ImageErrorCode.TooManyPixels, (await decoder.DecodeAsync(Make("jpeg of 60000 x 60000"))).Error!.Code);
        Assert.Equal(ImageErrorCode.Animated, (await decoder.DecodeAsync(Make("animated gif"))).Error!.Code);
    }

    [Theory]
    [InlineData(8192, 1)]
    [InlineData(5000, 5000)]
    public async Task Takes_images_up_to_the_limit(int width, int height)
    {
        var row = new byte[width];
        var png = PngFile.Write((uint)width, (uint)height, 8, PngFile.Grey, [.. Enumerable.Repeat(row, height)]);

        var decoding = await _decoder.DecodeAsync(png);

        Assert.True(decoding.Succeeded, decoding.Error?.Message);
        Assert.Equal((width, height), (decoding.Image.Pixels.Width, decoding.Image.Pixels.Height));
    }

    [Fact]
    public async Task Png_and_lossless_webp_come_through_exactly()
    {
        var png = PngFile.WriteRgb(37, 23, (x, y) => { var c = Encoded.Pattern(x, y); return (c.Red, c.Green, c.Blue); });
        var webp = OtherFiles.Webp(37, 23, Encoded.Pattern, 100);

        var fromPng = (await _decoder.DecodeAsync(png)).Image!;
        var fromWebp = (await _decoder.DecodeAsync(webp)).Image!;

        Assert.Equal((ImageFormat.Png, ImageFormat.Webp), (fromPng.Format, fromWebp.Format));
        for (var y = 0; y < 23; y++)
            for (var x = 0; x < 37; x++)
                Assert.Equal(Encoded.Pattern(x, y), At(fromPng.Pixels, x, y));
        Assert.True(MeanDifference(fromWebp.Pixels, Encoded.Pattern) < 8);
    }

    [Fact]
    public async Task Sixteen_bits_are_taken_as_eight()
    {
        byte[][] rows = [[0xFF, 0xFF, 0x80, 0x00, 0x00, 0x10], [0x40, 0xFF, 0x00, 0x00, 0xC0, 0x01]];
        var png = PngFile.Write(1, 2, 16, PngFile.Rgb, rows);

        var pixels = (await _decoder.DecodeAsync(png)).Image!.Pixels;

        Assert.Equal(new SKColor(255, 128, 0), At(pixels, 0, 0));
        Assert.InRange(At(pixels, 0, 1).Red, 64, 65);
        Assert.Equal(192, At(pixels, 0, 1).Blue);
    }

    [Fact]
    public async Task Transparency_is_composited_on_white()
    {
        var png = PngFile.Write(3, 1, 8, PngFile.Rgba, [[200, 0, 0, 0, 200, 0, 0, 255, 0, 0, 0, 128]]);

        var pixels = (await _decoder.DecodeAsync(png)).Image!.Pixels;

        Assert.Equal(SKColors.White, At(pixels, 0, 0));
        Assert.Equal(new SKColor(200, 0, 0), At(pixels, 1, 0));
        Assert.Equal(new SKColor(127, 127, 127), At(pixels, 2, 0));
    }

    [Theory]
    [InlineData(255, 0, 0, 255, 255, 0, 0)]     // no cyan, all magenta and yellow: red
    [InlineData(0, 255, 255, 255, 0, 255, 255)] // cyan
    [InlineData(255, 255, 255, 0, 0, 0, 0)]     // key
    [InlineData(255, 255, 255, 255, 255, 255, 255)]
    public async Task Cmyk_jpeg_is_converted(byte c, byte m, byte y, byte k, byte red, byte green, byte blue)
    {
        var decoding = await _decoder.DecodeAsync(JpegFile.FlatCmyk(32, c, m, y, k));

        Assert.True(decoding.Succeeded, decoding.Error?.Message);
        var color = At(decoding.Image.Pixels, 9, 20);
        Assert.True(Math.Abs(color.Red - red) + Math.Abs(color.Green - green) + Math.Abs(color.Blue - blue) <= 6, color.ToString());
    }

    [Theory]
    [InlineData(1), InlineData(2), InlineData(3), InlineData(4), InlineData(5), InlineData(6), InlineData(7), InlineData(8)]
    public async Task Every_orientation_comes_upright(byte orientation)
    {
        // An upright picture of 32 x 16: red top left, green top right, blue bottom left, white bottom right. Stored as a camera would.
        static SKColor Upright(int x, int y) => (x < 16, y < 8) switch
        {
            (true, true) => SKColors.Red,
            (false, true) => SKColors.Lime,
            (true, false) => SKColors.Blue,
            _ => SKColors.White,
        };
        var turned = orientation >= 5;
        var stored = JpegFile.Write(turned ? 16 : 32, turned ? 32 : 16, (x, y) => orientation switch
        {
            1 => Upright(x, y),
            2 => Upright(31 - x, y),
            3 => Upright(31 - x, 15 - y),
            4 => Upright(x, 15 - y),
            5 => Upright(y, x),
            6 => Upright(31 - y, x),
            7 => Upright(31 - y, 15 - x),
            _ => Upright(y, 15 - x),
        });

        var pixels = (await _decoder.DecodeAsync(JpegFile.WithOrientation(stored, orientation))).Image!.Pixels;

        Assert.Equal((32, 16), (pixels.Width, pixels.Height));
        foreach (var (x, y) in ((int, int)[])[(4, 3), (27, 3), (4, 12), (27, 12)])
        {
            var (expected, found) = (Upright(x, y), At(pixels, x, y));
            Assert.True(Math.Abs(expected.Red - found.Red) + Math.Abs(expected.Green - found.Green)
                + Math.Abs(expected.Blue - found.Blue) < 40, $"{x},{y}: {found}");
        }
    }

    [Fact]
    public async Task A_still_gif_and_a_still_apng_are_images()
    {
        var gif = (await _decoder.DecodeAsync(OtherFiles.Gif(1))).Image!.Pixels;
        Assert.Equal([SKColors.Red, SKColors.Blue, SKColors.Blue, SKColors.Red], [At(gif, 0, 0), At(gif, 1, 0), At(gif, 0, 1), At(gif, 1, 1)]);
        Assert.True((await _decoder.DecodeAsync(PngFile.WriteRgb(4, 4, (_, _) => (1, 2, 3), PngFile.AnimationControl(1)))).Succeeded);
    }

    [Fact]
    public async Task A_decode_that_takes_too_long_is_given_up_and_keeps_its_place_until_it_ends()
    {
        using var gate = new ManualResetEventSlim();
        var limits = new ImageLimits { MaxTime = TimeSpan.FromMilliseconds(50), MaxWait = TimeSpan.FromMilliseconds(50), Concurrency = 1 };
        var decoder = new SafeImageDecoder(limits, TimeProvider.System, (_, header) =>
        {
            gate.Wait();
            return ImageDecoding.Of(new DecodedImage(new RgbImage(1, 1, new byte[3]), header.Format));
        });
        var png = PngFile.WriteRgb(1, 1, (_, _) => (0, 0, 0));

        Assert.Equal(ImageErrorCode.TooSlow, (await decoder.DecodeAsync(png)).Error!.Code);
        Assert.Equal(ImageErrorCode.Busy, (await decoder.DecodeAsync(png)).Error!.Code);
        gate.Set();
        ImageDecoding decoding;
        while ((decoding = await decoder.DecodeAsync(png)).Error?.Code == ImageErrorCode.Busy)
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
        Assert.True(decoding.Succeeded);
    }

    [Fact]
    public async Task Damage_anywhere_is_never_an_exception_and_never_a_larger_image()
    {
        byte[][] files =
        [
            PngFile.WriteRgb(24, 17, (x, y) => ((byte)(x * 9), (byte)(y * 9), 7)), JpegFile.Write(24, 17, Encoded.Pattern),
            OtherFiles.Webp(24, 17, Encoded.Pattern, 100), OtherFiles.Webp(24, 17, Encoded.Pattern, 60), OtherFiles.Gif(1),
                JpegFile.FlatCmyk(24, 9, 99, 200, 255),
        ];
        var random = new Random(20260601);
        var limits = new ImageLimits { MaxSide = 300 };
        var decoder = new SafeImageDecoder(limits);
        for (var round = 0; round < 1500; round++)
        {
            byte[] bytes = [.. files[round % files.Length]];
            for (var flips = random.Next(1, 6); flips > 0; flips--) bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            if (random.Next(3) == 0) bytes = bytes[..random.Next(bytes.Length)];

            var decoding = await decoder.DecodeAsync(bytes);

            Assert.True(decoding.Succeeded ^ decoding.Error is not null);
            if (decoding.Succeeded) Assert.True(decoding.Image.Pixels.Width <= limits.MaxSide && decoding.Image.Pixels.Height <= limits.MaxSide);
        }
    }

    private static byte[] Make(string file)
    {
        var png = PngFile.WriteRgb(64, 64, (x, y) => ((byte)(x * y), (byte)(x ^ y), (byte)(x + 3 * y)));
        var jpeg = JpegFile.Write(64, 64, Encoded.Pattern);
        return file switch
        {
            "zero bytes" => [],
            "one byte" => [0x89],
            "svg" => Encoding.UTF8.GetBytes("<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"/>"),
            "html" => Encoding.UTF8.GetBytes("<!doctype html><title>logo.png</title><img src=logo.png>"),
            "bmp" => [.. "BM"u8, .. new byte[100]],
            "avif" => [0, 0, 0, 24, .. "ftypavif"u8, .. new byte[100]],
            "20 MB and a byte" => [.. png, .. new byte[20_000_001 - png.Length]],
            "png of 60000 x 60000" => PngFile.Write(60000, 60000, 8, PngFile.Rgb, [new byte[16]]),
            "png one pixel wide" => PngFile.Write(1, 500_000_000, 8, PngFile.Grey, [new byte[1]]),
            "png of 4 billion a side" => PngFile.Write(uint.MaxValue, uint.MaxValue, 8, PngFile.Grey, [new byte[1]]),
            "png of 5001 x 5000" => PngFile.Write(5001, 5000, 8, PngFile.Grey, [new byte[5001]]),
            "png of no width" => PngFile.Write(0, 10, 8, PngFile.Grey, [new byte[1]]),
            "jpeg of 60000 x 60000" => JpegFile.WithDeclaredSize(jpeg, 60000, 60000),
            "webp of 60000 x 60000" => OtherFiles.WebpDeclaring(60000, 60000),
            "webp that contradicts itself" => OtherFiles.WebpDeclaring(100, 100),
            "animated gif" => OtherFiles.Gif(2),
            "animated webp" => OtherFiles.AnimatedWebp(),
            "animated png" => PngFile.WriteRgb(4, 4, (_, _) => (1, 2, 3), PngFile.AnimationControl(2)),
            "truncated png" => png[..(png.Length / 2)],
            "truncated jpeg" => jpeg[..(jpeg.Length / 2)],
            "truncated webp" => OtherFiles.Webp(64, 64, Encoded.Pattern, 90)[..400],
            "png header only" => png[..20],
            "jpeg without a frame" => [0xFF, 0xD8, 0xFF, 0xD9, 0, 0, 0, 0],
            "png with a damaged header" => [.. png[..12], .. "IHDX"u8, .. png[16..]],
            "png with damaged data" => [.. png[..60], .. new byte[200], .. png[260..]],
            _ => throw new ArgumentOutOfRangeException(nameof(file), file),
        };
    }

    private static SKColor At(RgbImage image, int x, int y)
    {
        var pixel = image.Row(y)[(3 * x)..];
        return new SKColor(pixel[0], pixel[1], pixel[2]);
    }

    private static double MeanDifference(RgbImage image, Func<int, int, SKColor> expected)
    {
        double sum = 0;
        for (var y = 0; y < image.Height; y++)
            for (var x = 0; x < image.Width; x++)
            {
                var (a, b) = (At(image, x, y), expected(x, y));
                sum += Math.Abs(a.Red - b.Red) + Math.Abs(a.Green - b.Green) + Math.Abs(a.Blue - b.Blue);
            }
        return sum / (3 * image.Width * image.Height);
    }
}
