using KreaPlatform.Contracts.Ids;
using KreaPlatform.Gateway.Assets;
using KreaPlatform.Gateway.Paging;
using KreaPlatform.Gateway.Problems;
using KreaPlatform.Gateway.Rest;
using KreaPlatform.ServiceDefaults.Imaging;

namespace KreaPlatform.Gateway.Compatible.Krea;

/// <summary>The account's assets in Krea's form.</summary>
internal sealed class KreaAssets(AssetService assets, AssetResources resources, PublicUrls urls, ImageLimits limits)
{
    private const string Description = "description";

    /// <summary><c>POST /assets</c>: a form with the image in <c>file</c>.</summary>
    public async Task<IResult> UploadAsync(HttpContext context)
    {
        if (!context.Request.IsMultipart()) return new Problem(ProblemKind.UnsupportedMediaType, "Send a form (multipart/form-data) with the image in the field 'file'.");
        var (file, problem) = await context.Request.ReadFileAsync(limits.MaxBytes, context.RequestAborted, Description);
        if (file is null) return problem!;
        var result = await assets.UploadAsync(context.Caller(), file, context.RequestAborted);
        return result.Succeeded ? Answer(context, result.Asset) : UploadAsset.Refuse(result.Error, "/file");
    }

    /// <summary><c>GET /assets</c>: newest first.</summary>
    public async Task<IResult> ListAsync(HttpContext context)
    {
        var errors = new List<FieldError>();
        var query = PageQuery.Read(context.Request.Query, IdPrefix.Asset, errors);
        if (errors.Count > 0) return Problem.InvalidParameters(errors);
        var page = await assets.ListAsync(context.Caller(), query.After, query.Limit, context.RequestAborted);
        return Answers.Json(context, new KreaPage<KreaAsset>([.. page.Items.Select(a => Show(context, a))], page.NextCursor));
    }

    /// <summary><c>GET /assets/{id}</c>.</summary>
    public async Task<IResult> ReadAsync(HttpContext context, string id) =>
        KreaIds.Parse(id, IdPrefix.Asset) is { } own && await assets.FindAsync(context.Caller(), own, context.RequestAborted) is { } asset
            ? Answer(context, asset)
            : Problem.NoAsset();

    /// <summary><c>DELETE /assets/{id}</c>.</summary>
    public async Task<IResult> DeleteAsync(HttpContext context, string id)
    {
        if (KreaIds.Parse(id, IdPrefix.Asset) is not { } own) return Problem.NoAsset();
        var deletion = await assets.DeleteAsync(context.Caller(), own, context.RequestAborted);
        return deletion.Outcome switch
        {
            AssetDeletionOutcome.Deleted => Results.Json(new KreaSuccess(), PublicJson.Options),
            AssetDeletionOutcome.InUse => new Problem(ProblemKind.AssetInUse, $"It is used by {string.Join(", ", deletion.Styles)}."),
            _ => Problem.NoAsset(),
        };
    }

    private IResult Answer(HttpContext context, Asset asset) => Answers.Json(context, Show(context, asset));

    private KreaAsset Show(HttpContext context, Asset asset) => KreaAsset.Of(resources.Of(asset, urls.Of(context.Request)));
}
