using KreaPlatform.Diffusion;
using KreaPlatform.Diffusion.Imaging;
using KreaPlatform.Evaluation.Reports;
using KreaPlatform.Evaluation.Studio;
using KreaPlatform.ServiceDefaults.Imaging;
using KreaPlatform.Vision;
using KreaPlatform.Vision.Upscaling;
using RgbImage = KreaPlatform.ServiceDefaults.Imaging.RgbImage;

namespace KreaPlatform.Evaluation.Sheets;

/// <summary>Image to image, mask, ratios, upscaling, to look at.</summary>
internal static class EditingSheets
{
    private const int Steps = 20, Side = Scene.Side, Factor = 4;

    /// <summary>A picture under another prompt, by strength; then the same prompt with new seeds, as variations of a picture are made.</summary>
    public static void ImageToImage(Report report, DrawingStudio studio)
    {
        float[] strengths = [0, 0.2f, 0.4f, 0.6f, 0.8f, 1];
        var input = Plain("a fox in the forest", 1);
        var source = Source(studio.Draw(input)[0]);
        var sheet = new ContactSheet([.. strengths.Select(s => $"strength {Text.Number(s)}")]);
        foreach (var prompt in (string[])["a fox in the forest, watercolor", "a fox in the snow", input.Prompts[0]])
            sheet.Add(prompt.Replace(" in the ", "\nin the ").Replace(", ", ",\n"), [.. strengths.Select(s => studio.Draw(Plain(prompt, 2) with { InitialImage = source, Strength = s })[0])]);
        report.Picture("sheet-image-to-image", sheet.Draw());
    }

    /// <summary>A picture, a mask, and what is painted there.</summary>
    public static void Mask(Report report, DrawingStudio studio)
    {
        var picture = studio.Draw(Plain("a fox in the forest", 1))[0];
        var mask = new PixelImage(Side, Side, [.. Enumerable.Range(0, 3 * Side * Side).Select(i => i % (Side * Side) / Side < Side / 2 ? 1f : 0f)]);
        var white = new PixelPlanes(Side, Side, mask.Pixels).ToRgb();
        string[] prompts = ["a fox in the snow", "a fox at night", "a fox in the city", "a fox on the beach"];
        var sheet = new ContactSheet(["source", "mask", .. prompts]);
        sheet.Add("", [picture, white, .. prompts.Select(prompt => studio.Draw(Plain(prompt, 3) with { InitialImage = Source(picture), Strength = 0.9f, Mask = mask })[0])]);
        report.Picture("sheet-mask", sheet.Draw());
    }

    /// <summary>The same prompt and seed in every ratio: the bundle's size, then cropped to the exact ratio.</summary>
    public static void Ratios(Report report, DrawingStudio studio)
    {
        var ratios = studio.Manifest.AspectRatios!;
        var sheet = new ContactSheet([.. ratios.Keys]);
        sheet.Add("", [.. ratios.Select(entry =>
        {
            var picture = studio.Draw(Plain("a cat riding a bicycle", 1) with { Width = entry.Value[0], Height = entry.Value[1] })[0];
            var (across, down) = (entry.Key.Split(':')[0], entry.Key.Split(':')[1]);
            return picture.Crop(Framing.CropToRatio(picture.Width, picture.Height, double.Parse(across) / double.Parse(down)));
        })]);
        report.Picture("sheet-ratios", sheet.Draw());
    }

    /// <summary>A picture as it is and four times as large.</summary>
    public static void Upscale(Report report, DrawingStudio studio)
    {
        using var upscaler = new Upscaler(RepositoryFiles.Model("upscaler/upscaler-x4.onnx"), new VisionOptions());
        var picture = studio.Draw(Plain("a fox wearing a top hat", 1))[0];
        var blocks = new PixelPlanes(Side * Factor, Side * Factor);
        var planes = picture.ToPlanes();
        for (var plane = 0; plane < 3; plane++)
            for (var y = 0; y < blocks.Height; y++)
                for (var x = 0; x < blocks.Width; x++)
                    blocks.Row(plane, y)[x] = planes.Row(plane, y / Factor)[x / Factor];
        var window = new PixelRect(Side, Side / 2, 3 * Side, 3 * Side);
        var sheet = new ContactSheet(["128 px", "upscale 4"]);
        sheet.Add("", [blocks.ToRgb().Crop(window), upscaler.Upscale(planes, Factor).ToRgb().Crop(window)]);
        report.Picture("sheet-upscale", sheet.Draw());
    }

    private static GenerationInput Plain(string prompt, ulong seed) =>
        new() { Prompts = [prompt], Seeds = [seed], Width = Side, Height = Side, Steps = Steps, Guidance = 2.5f };

    private static PixelImage Source(RgbImage picture) => new(picture.Width, picture.Height, picture.ToPlanes().Values);
}
