using KreaPlatform.Contracts.Generation;
using KreaPlatform.Gateway.Problems;

namespace KreaPlatform.Gateway.Requests;

/// <summary>How large an image is asked for: width and height together, or an aspect ratio, or neither (the model's native square); then enlarged.</summary>
public static class SizeRules
{
    private const int LargestSide = 16384;

    /// <summary>The size; meaningless when errors were added or <paramref name="model"/> is null (then only what holds for every model is checked).</summary>
    public static RequestedSize Judge(RequestDraft draft, ModelDescription? model, int upscale, ErrorList errors)
    {
        bool hasWidth = draft.Given.Contains("width"), hasHeight = draft.Given.Contains("height");
        if (draft.Given.Contains("aspect_ratio") && (hasWidth || hasHeight))
            errors.Add("/aspect_ratio", FieldErrorCode.Conflict, "can't be combined with width and height: give one or the other");
        if (hasWidth != hasHeight)
            errors.Add(hasWidth ? "/height" : "/width", FieldErrorCode.Required, "is required: width and height are given together");
        Side(draft.Width, "/width", model, errors);
        Side(draft.Height, "/height", model, errors);
        if (model is null) return default;

        var size = RequestedSize.Uncropped(model.NativeSide, model.NativeSide, upscale);
        if (draft.AspectRatio is { } ratio)
        {
            if (AspectRatios.Find(ratio, model, upscale) is { } found) size = found;
            else errors.Add("/aspect_ratio", FieldErrorCode.UnknownValue, $"must be one of {string.Join(", ", AspectRatios.Of(model))}");
        }
        // Sides outside int were refused above.
        if (errors.IsEmpty && draft is { Width: { } width, Height: { } height }) size = RequestedSize.Uncropped((int)width, (int)height, upscale);
        if ((long)size.OutputWidth * size.OutputHeight > RequestLimits.DeliveredPixels)
            errors.Add("/upscale", FieldErrorCode.OutOfRange,
                $"would give {size.OutputWidth} x {size.OutputHeight} pixels; at most {RequestLimits.DeliveredPixels:N0} are delivered");
        return size;
    }

    private static void Side(long? side, string pointer, ModelDescription? model, ErrorList errors)
    {
        if (side is null) return;
        int least = model?.MinSide ?? RequestLimits.SideMultiple, most = model?.MaxSide ?? LargestSide;
        if (side < least || side > most)
            errors.Add(pointer, FieldErrorCode.OutOfRange, $"must be from {least} to {most} pixels{(model is null ? "" : $" for {model.Id}")}");
        if (side % RequestLimits.SideMultiple != 0)
            errors.Add(pointer, FieldErrorCode.NotMultiple, $"must be a multiple of {RequestLimits.SideMultiple} pixels");
    }
}
