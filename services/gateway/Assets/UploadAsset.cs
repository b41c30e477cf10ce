using KreaPlatform.Gateway.Problems;
using KreaPlatform.Gateway.Requests;
using KreaPlatform.Gateway.Rest;
using KreaPlatform.ServiceDefaults.Imaging;
using Microsoft.Extensions.Options;

namespace KreaPlatform.Gateway.Assets;

/// <summary><c>POST /v1/assets</c>: a file in the field <c>file</c> of a form, or JSON with a <c>url</c>.</summary>
internal sealed class UploadAsset(AssetService assets, AssetResources resources, PublicUrls urls, ImageLimits limits, IOptions<AssetsOptions> options)
{
    /// <summary>Answers 201 with <c>Location</c> for a new asset, 200 with it for one that the account has already.</summary>
    public async Task<IResult> HandleAsync(HttpContext context)
    {
        var (result, problem) = context.Request.IsMultipart() ? await FromFormAsync(context) : await FromJsonAsync(context);
        if (result is null) return problem!;
        if (!result.Succeeded) return Refuse(result.Error, context.Request.IsMultipart() ? "/file" : "/url");

        var baseUrl = urls.Of(context.Request);
        context.Response.Headers.Location = $"{baseUrl}/v1/assets/{result.Asset.Id}";
        return Answers.Json(context, resources.Of(result.Asset, baseUrl), result.IsNew ? StatusCodes.Status201Created : StatusCodes.Status200OK);
    }

    private async Task<(AssetResult? Result, Problem? Problem)> FromFormAsync(HttpContext context)
    {
        var (file, problem) = await context.Request.ReadFileAsync(limits.MaxBytes, context.RequestAborted);
        return file is null ? (null, problem) : (await assets.UploadAsync(context.Caller(), file, context.RequestAborted), null);
    }

    private async Task<(AssetResult? Result, Problem? Problem)> FromJsonAsync(HttpContext context)
    {
        var (draft, errors) = (new UrlDraft(), new ErrorList());
        var (given, problem) = await context.Request.ReadFieldsAsync(UrlDraft.Fields, draft, errors, options.Value.MaxJsonBytes, context.RequestAborted);
        if (problem is { Kind: var kind } && kind == ProblemKind.UnsupportedMediaType)
            return (null, problem with { Detail = "Send a form (multipart/form-data) with the image in the field 'file', or JSON (application/json) with a 'url'." });
        if (problem is not null) return (null, problem);
        if (draft.Url is null && !given.Contains("url") && errors.IsEmpty) errors.Add("/url", FieldErrorCode.Required, "is required: an https URL or a data URI of the image");
        return errors.IsEmpty ? (await assets.TakeAsync(context.Caller(), draft.Url!, context.RequestAborted), null) : (null, Problem.InvalidFields(errors.Items));
    }

    /// <summary>Why an image was not kept.</summary>
    public static Problem Refuse(AssetError error, string pointer) => error.Code switch
    {
        AssetErrorCode.Busy => new Problem(ProblemKind.Busy, "Too many images are being read at the moment."),
        AssetErrorCode.AllowanceReached => new Problem(ProblemKind.AssetsFull, $"The image {error.Detail}."),
        _ => Problem.InvalidFields([FieldError.At(pointer, error.Code, error.Detail)]),
    };
}
