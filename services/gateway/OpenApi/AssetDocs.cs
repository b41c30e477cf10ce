using KreaPlatform.Gateway.Assets;
using KreaPlatform.Gateway.Problems;
using Microsoft.OpenApi;
using static KreaPlatform.Gateway.OpenApi.DocParts;
using static KreaPlatform.Gateway.OpenApi.Schemas;

namespace KreaPlatform.Gateway.OpenApi;

/// <summary>What the description says about the operations of assets.</summary>
internal static class AssetDocs
{
    private static readonly ParameterDoc Id = Path("id", "The asset.", "`ast_…`");

    public static IReadOnlyDictionary<string, OperationDoc> All { get; } = new Dictionary<string, OperationDoc>
    {
        ["createAsset"] = new("Keep an image",
            "Send a form with the image in the field `file`, or JSON with a `url`. JPEG, PNG, WebP and still GIF of at most 20 MB, 25 megapixels and 8192 pixels a side; "
            + "the content decides, not the name. What is kept is upright and has no metadata: EXIF, places, comments and thumbnails are removed, after what they say about "
            + "training and data mining was read into `rights`. The same bytes again are the same asset.")
        {
            Bodies =
            [
                new BodyDoc("multipart/form-data", "AssetForm", () => Object("A form with one file.", ["file"],
                    ("file", new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary", Description = "The image." })), null),
                BodyDoc.Json("AssetBody", () => Object("An image that is somewhere else.", ["url"],
                    ("url", Text("An https URL on the public internet, or a data URI in base64."))), AssetExamples.FromUrl),
            ],
            Answers =
            [
                Json<AssetResource>(201, "Kept; `Location` is where to look.", AssetExamples.Asset),
                Json<AssetResource>(200, "You have it already.", AssetExamples.Asset),
                .. Unreadable,
                Problem(ProblemKind.AssetsFull),
                Problem(ProblemKind.InvalidRequest, FieldError.At("/file", "truncated", "can't be used: the data ends before the image does")),
                Problem(ProblemKind.Busy),
            ],
        },
        ["listAssets"] = new("List assets", "Newest first. A cursor stays valid, and misses and repeats nothing, while assets are added.")
        {
            Parameters = PageParameters, Answers = [Json<AssetList>(200, "A page.", AssetExamples.Assets), InvalidLimit],
        },
        ["readAsset"] = new("Read an asset", "With a fresh link to its file.")
        {
            Parameters = [Id], Answers = [Json<AssetResource>(200, "The asset.", AssetExamples.Asset), NotFound],
        },
        ["deleteAsset"] = new("Delete an asset",
            "Removes it and its bytes for good; links to it end. Generations that were accepted with it still get made, and images made with it stay. One that a style of yours "
            + "uses is not deleted: delete the style first.")
        {
            Parameters = [Id], Answers = [new AnswerDoc(204, "Deleted."), NotFound, Problem(ProblemKind.AssetInUse)],
        },
        ["downloadAsset"] = new("Download an asset",
            "Take the link from the asset's `url`, which is signed: it needs no key and lives until `url_expires_at`. Ranges and conditional requests are supported.")
        {
            NeedsKey = false, Parameters = [Id, .. Signed], Answers = Download,
        },
    };
}
