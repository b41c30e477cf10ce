using KreaPlatform.Contracts.Ids;
using KreaPlatform.Gateway.Data;
using KreaPlatform.Gateway.Idempotency;
using KreaPlatform.Gateway.Images;
using KreaPlatform.Gateway.Keys;
using KreaPlatform.Gateway.Paging;
using KreaPlatform.Gateway.Problems;
using KreaPlatform.Gateway.Rest;
using KreaPlatform.ServiceDefaults.Data;
using KreaPlatform.ServiceDefaults.Storage;
using Microsoft.EntityFrameworkCore;

namespace KreaPlatform.Gateway.Assets;

/// <summary>The routes of <c>/v1/assets</c>.</summary>
public static class AssetRoutes
{
    /// <summary>Maps the routes; all but the download by signed link need a key.</summary>
    public static void MapAssets(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/v1/assets").Keyed().WithTags("Assets");
        group.MapPost("", (HttpContext context, UploadAsset upload) => upload.HandleAsync(context)).WithName("createAsset").Needs(Scopes.Assets).Idempotent();
        group.MapGet("", ListAsync).WithName("listAssets").Needs(Scopes.Read);
        group.MapGet("{id}", ReadAsync).WithName("readAsset").Needs(Scopes.Read);
        group.MapDelete("{id}", DeleteAsync).WithName("deleteAsset").Needs(Scopes.Assets);
        routes.MapMethods("/v1/assets/{id}/content", [HttpMethods.Get, HttpMethods.Head], DownloadAsync).WithName("downloadAsset").WithTags("Assets");
    }

    private static async Task<IResult> ListAsync(HttpContext context, AssetService assets, AssetResources resources, PublicUrls urls)
    {
        var errors = new List<FieldError>();
        var query = PageQuery.Read(context.Request.Query, IdPrefix.Asset, errors);
        if (errors.Count > 0) return Problem.InvalidParameters(errors);
        var page = await assets.ListAsync(context.Caller(), query.After, query.Limit, context.RequestAborted);
        var baseUrl = urls.Of(context.Request);
        return Answers.Json(context, new AssetList([.. page.Items.Select(a => resources.Of(a, baseUrl))], page.NextCursor));
    }

    private static async Task<IResult> ReadAsync(HttpContext context, string id, AssetService assets, AssetResources resources, PublicUrls urls) =>
        await assets.FindAsync(context.Caller(), id, context.RequestAborted) is { } asset ? Answers.Json(context, resources.Of(asset, urls.Of(context.Request))) : Problem.NoAsset();

    private static async Task<IResult> DeleteAsync(HttpContext context, string id, AssetService assets)
    {
        if (!PrefixedId.IsValid(id, IdPrefix.Asset)) return Problem.NoAsset();
        var deletion = await assets.DeleteAsync(context.Caller(), id, context.RequestAborted);
        return deletion.Outcome switch
        {
            AssetDeletionOutcome.Deleted => Results.NoContent(),
            AssetDeletionOutcome.InUse => new Problem(ProblemKind.AssetInUse, $"It is used by {string.Join(", ", deletion.Styles)}."),
            _ => Problem.NoAsset(),
        };
    }

    private static async Task<IResult> DownloadAsync(HttpContext context, string id, string? expires, string? signature, AssetLinks links,
        ServiceDatabase<GatewayDb> database, IBlobStore blobs)
    {
        // 1. The link, before anything is looked up: without a signature nobody learns what exists.
        if (!PrefixedId.IsValid(id, IdPrefix.Asset)) return new Problem(ProblemKind.NotFound);
        var verdict = links.Judge(id, expires, signature, out var left);
        if (verdict != LinkVerdict.Valid) return new Problem(verdict == LinkVerdict.Expired ? ProblemKind.LinkExpired : ProblemKind.InvalidSignature);

        // 2. The asset, which was there when the link was made.
        var cancel = context.RequestAborted;
        var asset = await database.ReadAsync(db => db.Assets.SingleOrDefaultAsync(a => a.Id == id, cancel), cancel);
        if (asset is null || await blobs.OpenAsync(asset.Blob, cancel) is not { } stream) return new Problem(ProblemKind.Gone);

        // 3. The answer.
        return StoredFile.Answer(context, stream, asset.Blob, asset.Format, id, left);
    }
}
