using KreaPlatform.Contracts.Generation;
using KreaPlatform.Gateway.Problems;

namespace KreaPlatform.Gateway.Requests;

/// <summary>How large an image is asked for: width and height together, or an aspect ratio of the model, or neither (the model's native square).</summary>
public static class SizeRules
{
    private const int LargestSide = 16384;

    /// <summary>The size in pixels; meaningless when errors were added or <paramref name="model"/> is null (then only what holds for every model is checked).</summary>
    public static (int Width, int Height) Judge(RequestDraft draft, ModelDescription? model, ErrorList errors)
    {
        bool hasWidth = draft.Given.Contains("width"), hasHeight = draft.Given.Contains("height");
        if (draft.Given.Contains("aspect_ratio") && (hasWidth || hasHeight))
            errors.Add("/aspect_ratio", FieldErrorCode.Conflict, "can't be combined with width and height: give one or the other");
        if (hasWidth != hasHeight)
            errors.Add(hasWidth ? "/height" : "/width", FieldErrorCode.Required, "is required: width and height are given together");
        Side(draft.Width, "/width", model, errors);
        Side(draft.Height, "/height", model, errors);

        if (draft.AspectRatio is { } ratio && model is not null)
        {
            if (model.AspectRatios.TryGetValue(ratio, out var size)) return (size[0], size[1]);
            errors.Add("/aspect_ratio", FieldErrorCode.UnknownValue, $"must be one of {string.Join(", ", model.AspectRatios.Keys)}");
        }
        // Sides outside int were refused above.
        return errors.IsEmpty && draft is { Width: { } width, Height: { } height } ? ((int)width, (int)height) : (model?.NativeSide ?? 0, model?.NativeSide ?? 0);
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
