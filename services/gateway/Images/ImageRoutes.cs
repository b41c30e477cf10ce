using System.Globalization;
using KreaPlatform.Contracts.Ids;
using KreaPlatform.Gateway.Data;
using KreaPlatform.Gateway.Jobs;
using KreaPlatform.Gateway.Problems;
using KreaPlatform.ServiceDefaults.Data;
using KreaPlatform.ServiceDefaults.Storage;
using Microsoft.EntityFrameworkCore;

namespace KreaPlatform.Gateway.Images;

/// <summary>Downloads of finished images by signed link.</summary>
public static class ImageRoutes
{
    /// <summary>Maps <c>GET</c> and <c>HEAD</c> of <c>/v1/generations/{id}/images/{index}</c>.</summary>
    public static RouteHandlerBuilder MapImages(this IEndpointRouteBuilder routes) =>
        routes.MapMethods("/v1/generations/{id}/images/{index}", [HttpMethods.Get, HttpMethods.Head], DownloadAsync)
            .WithName("downloadImage").WithTags("Images");

    private static async Task<IResult> DownloadAsync(HttpContext context, string id, string index, string? expires, string? signature,
        ImageLinks links, ServiceDatabase<GatewayDb> database, IBlobStore blobs)
    {
        // 1. The link, before anything is looked up: without a signature nobody learns what exists.
        if (!PrefixedId.IsValid(id, IdPrefix.Generation) || !int.TryParse(index, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return new Problem(ProblemKind.NotFound);
        var verdict = links.Judge(id, number, expires, signature, out var left);
        if (verdict != LinkVerdict.Valid) return new Problem(verdict == LinkVerdict.Expired ? ProblemKind.LinkExpired : ProblemKind.InvalidSignature);

        // 2. The image's row and bytes.
        var cancel = context.RequestAborted;
        var image = await database.ReadAsync(db => db.Images.SingleOrDefaultAsync(i => i.JobId == id && i.Index == number, cancel), cancel);
        if (image is null or { Status: ImageStatus.Refused }) return new Problem(ProblemKind.NotFound);
        if (image.Status == ImageStatus.Deleted || image.Blob is null) return new Problem(ProblemKind.Gone);
        if (await blobs.OpenAsync(image.Blob, cancel) is not { } stream) return new Problem(ProblemKind.Gone);

        // 3. The answer.
        return StoredFile.Answer(context, stream, image.Blob, image.Format, $"{id}-{number}", left);
    }
}
