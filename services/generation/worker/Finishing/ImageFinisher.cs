using KreaPlatform.Contracts.Generation;
using KreaPlatform.Generation.Describing;
using KreaPlatform.Generation.Encoding;
using KreaPlatform.Generation.Vision;
using KreaPlatform.ServiceDefaults.Imaging;
using KreaPlatform.Vision.Safety;

namespace KreaPlatform.Generation.Finishing;

/// <summary>
/// What happens to an image between the decoder and the store: (1) enlarged, (2) cropped about its centre, (3) judged, (4) described, (5) encoded.
/// It is judged and described as it would be delivered.
/// </summary>
public sealed class ImageFinisher(VisionModels vision, ImageDescriber describer)
{
    /// <summary>Finishes one image; blocks the calling thread.</summary>
    /// <param name="picture">The picture as decoded.</param>
    /// <param name="spec">The request.</param>
    /// <param name="sign">Called after each piece of work.</param>
    /// <param name="cancel">Seen between tiles and before each piece of work.</param>
    /// <exception cref="ArgumentException">Factor or crop are not possible.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public FinishedImage Finish(PixelPlanes picture, GenerationSpec spec, Action sign, CancellationToken cancel)
    {
        // (1)
        if (spec.Upscale != 1) picture = vision.Upscaler.Upscale(picture, spec.Upscale, sign, cancel);
        // (2)
        picture = Fit(picture, spec);
        cancel.ThrowIfCancellationRequested();
        var finished = new FinishedImage { Width = picture.Width, Height = picture.Height };
        // (3)
        var view = ImageView.Of(picture);
        if (vision.JudgesImages)
        {
            var verdict = vision.Safety.Judge(view);
            sign();
            finished = finished with { Score = verdict.Score, Flagged = verdict.Outcome == SafetyOutcome.Flagged };
            if (verdict.Outcome == SafetyOutcome.Refused) return finished with { Refusal = verdict.Code };
        }
        // (4)
        if (vision.DescribesImages)
        {
            finished = finished with { Vectors = describer.Describe(view) };
            sign();
        }
        // (5)
        cancel.ThrowIfCancellationRequested();
        return finished with { File = ImageEncoder.Encode(picture, spec.Output) };
    }

    // Enlarged by whole factors, the picture seldom is of the wanted size: scaled until it just covers it, then cut evenly.
    private static PixelPlanes Fit(PixelPlanes picture, GenerationSpec spec)
    {
        if (spec.CropWidth is not { } width || spec.CropHeight is not { } height || (width == picture.Width && height == picture.Height)) return picture;
        if (width < 1 || height < 1) throw new ArgumentException($"A picture can't be cropped to {width} x {height}.", nameof(spec));
        var scale = Math.Max((double)width / picture.Width, (double)height / picture.Height);
        picture = Resampler.Resample(picture, Scaled(picture.Width, width), Scaled(picture.Height, height));
        return picture.Crop(new PixelRect((picture.Width - width) / 2, (picture.Height - height) / 2, width, height));

        int Scaled(int side, int least) => Math.Max(least, (int)Math.Round(side * scale));
    }
}
