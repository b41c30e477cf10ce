using KreaPlatform.Contracts.Generation;
using KreaPlatform.Gateway.Problems;
using static KreaPlatform.Gateway.Requests.NumberRules;

namespace KreaPlatform.Gateway.Requests;

/// <summary>Where a generation starts from: an image, how far to leave it, and where. Pure.</summary>
internal static class EditRules
{
    /// <summary>Image, strength and mask with the default filled in; all null without an image or when it is wrong.</summary>
    public static (string? Image, double? Strength, string? Mask) Judge(RequestDraft draft, ModelDescription? model, RequestContext context, ErrorList errors)
    {
        var strength = Number(draft.Strength, "/strength", 0, 1, errors);
        if (!draft.Given.Contains("image"))
        {
            if (draft.Given.Contains("strength") || draft.Given.Contains("mask"))
                errors.Add("/image", FieldErrorCode.Required, "is required: strength and mask say what may become of it");
            return default;
        }
        if (model is { Editing: false })
            errors.Add("/image", FieldErrorCode.Unsupported, $"can't be used: {model.Id} can't start from an image{ModelRules.Those(context, "can", m => m.Editing)}");
        Check(draft.Image, "/image", errors);
        Check(draft.Mask, "/mask", errors);
        return (draft.Image, strength ?? (draft.Mask is null ? RequestLimits.DefaultStrength : RequestLimits.DefaultMaskedStrength), draft.Mask);
    }

    private static void Check(string? image, string pointer, ErrorList errors)
    {
        if (image is null) return;
        if (string.IsNullOrWhiteSpace(image)) errors.Add(pointer, FieldErrorCode.Empty, "must be an asset's id, an https URL or a data URI");
        else ImageRules.Check(image, pointer, errors);
    }
}
