using System.Text.Json;
using System.Text.Json.Nodes;
using KreaPlatform.Gateway.Compatible.Krea;
using KreaPlatform.Gateway.Rest;
using Microsoft.OpenApi;
using static KreaPlatform.Gateway.OpenApi.DocParts;
using static KreaPlatform.Gateway.OpenApi.Schemas;

namespace KreaPlatform.Gateway.OpenApi;

/// <summary>What the description says about the routes of Krea's API.</summary>
internal static class KreaDocs
{
    private const string JobId = "0198a0b5-77b9-4785-a3af-117932b5dbe1";
    private const string AssetId = "0198a0b5-9d8e-4d5b-cd84-c53be2c5535a";
    private const string Url = "https://api.example.com/v1/generations/gen_01m85njxmsf2ta7xhw9stqbbz1/images/0?expires=1769950800&signature=3rDk…";
    private static readonly DateTimeOffset Accepted = new(2026, 1, 31, 12, 0, 0, TimeSpan.Zero);

    private static readonly KreaJob Queued = new()
    {
        JobId = JobId, Status = "queued", CreatedAt = Accepted, CompletedAt = null, Result = null, Type = KreaJob.ImageType,
    };

    private static readonly KreaJob Completed = Queued with { Status = "completed", CompletedAt = Accepted.AddSeconds(12), Result = new KreaResult([Url]) };

    private static readonly KreaAsset Asset = new()
    {
        Id = AssetId, ImageUrl = "https://api.example.com/v1/assets/ast_01m85njxmsf2ta7xhw9stqbbz1/content?expires=1769950800&signature=9sLm…", UploadedAt = Accepted,
        Width = 1024, Height = 768, SizeBytes = 184_320, MimeType = "image/png",
    };

    private static readonly KreaStyle Style = new()
    {
        Id = AssetId, Title = "ink on rough paper", Urls = [Asset.ImageUrl], Public = true, CoverUrl = Asset.ImageUrl, Models = ["krea-2-nano"], CreatedAt = Accepted,
    };

    private static readonly ParameterDoc Job = Path("id", "The job.", "A UUID.");
    private static readonly AnswerDoc NoneThere = Error(404, "There is nothing of that name in your account.");
    private static readonly AnswerDoc BadParameter = Error(400, "A parameter has a bad value; the text says which.");

    /// <summary>What every one of these routes may answer.</summary>
    private static readonly IReadOnlyList<AnswerDoc> Common = [Error(401, "A valid API key is needed."), Error(500, "Something went wrong on our side.")];

    public static IReadOnlyDictionary<string, OperationDoc> All { get; } = new Dictionary<string, OperationDoc>
    {
        ["kreaGenerate"] = new("Generate an image (Krea)",
            "`model` is a tier of Krea's, `krea/krea-2/medium`, `krea/krea-2/large` or `krea/krea-2/medium-turbo`, or any other name of `/v1/models`. "
            + "Answers with the job; its image is under `/jobs/{id}` once it has completed. `X-Webhook-URL` is sent the job when it has ended.")
        {
            Common = Common,
            Parameters = [Path("model", "The model.", "`krea/krea-2/medium`")],
            Bodies = [BodyDoc.Json("KreaGenerateBody", Body, """{ "prompt": "a polar bear", "aspect_ratio": "4:3", "resolution": "1K", "creativity": "medium", "seed": 7 }""")],
            Answers =
            [
                Json<KreaJob>(200, "Accepted.", Node(Queued)), Error(400, "The body is not as it must be; unknown fields are refused."),
                Error(402, "The balance does not cover the price."), Error(404, "There is no model of that name."), Error(410, "The model has been retired."),
                Error(429, "Too many requests, or too many jobs at once."), Error(503, "No worker serves the model at the moment."),
            ],
        },
        ["kreaListJobs"] = new("List jobs (Krea)", "Newest first, whichever way they came in.")
        {
            Common = Common,
            Parameters =
            [
                Query("cursor", "Only those accepted before this time: `next_cursor` of the page before.", Time("")),
                Query("limit", "Most items of the page.", Integer("", 1, 1000, 100)),
                Query("types", "Only those of these types; there is one, `externalImage`.", Text("")),
                Query("status", "Only those in these states, separated by commas.", Choice("", null, KreaStatus.All)),
            ],
            Answers = [Json<KreaPage<KreaJob>>(200, "A page.", Node(new KreaPage<KreaJob>([Completed], "2026-01-31T12:00:00.000000Z"))), BadParameter],
        },
        ["kreaReadJob"] = new("Read a job (Krea)", "Its state, and its image or the reason once it has ended.")
        {
            Common = Common, Parameters = [Job], Answers = [Json<KreaJob>(200, "The job as it is now.", Node(Completed)), NoneThere],
        },
        ["kreaDeleteJob"] = new("Cancel or delete a job (Krea)", "Cancels a job that has not ended, and removes the image of one that has.")
        {
            Common = Common, Parameters = [Job], Answers = [Json<KreaDeletedJob>(200, "Done.", Node(new KreaDeletedJob(JobId))), NoneThere],
        },
        ["kreaCreateAsset"] = new("Upload an image (Krea)", "A form with the image in `file`. The same bytes again are the same asset.")
        {
            Common = Common,
            Bodies =
            [
                new BodyDoc("multipart/form-data", "KreaAssetForm", () => Object("A form with one file.", ["file"],
                    ("file", new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary", Description = "The image." }), ("description", Text("Taken and not kept."))), null),
            ],
            Answers = [Json<KreaAsset>(200, "Kept; `image_url` is what generations take.", Node(Asset)), Error(400, "The file is not an image that can be used."), Error(413, "The file is too large.")],
        },
        ["kreaListAssets"] = new("List assets (Krea)", "Newest first.")
        {
            Common = Common, Parameters = PageParameters, Answers = [Json<KreaPage<KreaAsset>>(200, "A page.", Node(new KreaPage<KreaAsset>([Asset], null))), BadParameter],
        },
        ["kreaReadAsset"] = new("Read an asset (Krea)", "With a fresh link to its file.")
        {
            Common = Common, Parameters = [Path("id", "The asset.", "A UUID.")], Answers = [Json<KreaAsset>(200, "The asset.", Node(Asset)), NoneThere],
        },
        ["kreaDeleteAsset"] = new("Delete an asset (Krea)", "Removes its bytes for good.")
        {
            Common = Common, Parameters = [Path("id", "The asset.", "A UUID.")],
            Answers = [Json<KreaSuccess>(200, "Deleted.", Node(new KreaSuccess())), NoneThere, Error(409, "A style uses it.")],
        },
        ["kreaListStyles"] = new("List styles (Krea)", "Your own; with `filter=community`, `shared` or `public` those that anybody shares. The other filters of Krea's have nothing here.")
        {
            Common = Common,
            Parameters =
            [
                .. PageParameters,
                Query("ids", "Only these, separated by commas.", Text("")),
                Query("filter", "Whose.", Choice("", "all", "all", "user", "community", "shared", "public", "krea", "unapproved", "editor", "gallery")),
            ],
            Answers = [Json<KreaPage<KreaStyle>>(200, "A page.", Node(new KreaPage<KreaStyle>([Style], null))), BadParameter],
        },
        ["kreaReadStyle"] = new("Read a style (Krea)", "One that you may use.")
        {
            Common = Common, Parameters = [Path("id", "The style.", "A UUID.")], Answers = [Json<KreaStyle>(200, "The style.", Node(Style)), NoneThere],
        },
    };

    private static OpenApiSchema Body() => Object("An image to be made. Unknown fields are refused.", ["prompt", "aspect_ratio", "resolution"],
        ("prompt", Text("What to draw.", 1)),
        ("aspect_ratio", Choice("Ratio of the image.", null, KreaSizes.Ratios)),
        ("resolution", Choice("About a megapixel.", null, KreaSizes.Resolution)),
        ("seed", Integer("Without it one is drawn at random.", 0, Requests.RequestLimits.Seed)),
        ("creativity", Choice("How far the prompt is expanded.", "medium", "raw", "low", "medium", "high")),
        ("intensity", Integer("From muted to vivid.", -100, 100, 0)),
        ("complexity", Integer("From plain to busy.", -100, 100, 0)),
        ("movement", Integer("From still to moving.", -100, 100, 0)),
        ("image_style_references", List("At most 10 images that lead the style.", Object("One of them.", ["url"], ("url", Text("A URL, a data URI or an asset's id.")),
            ("strength", Decimal("Negative leads away from it; 0.5 by default.", -2, 2))))),
        ("moodboards", List("At most one.", Object("A board.", ["id"], ("id", Text("A UUID.")), ("strength", Decimal("0.35 by default.", -0.5, 1.5))))),
        ("styles", List("Named styles.", Object("One of them.", ["id", "strength"], ("id", Text("A UUID.")), ("strength", Decimal("How strongly.", -2, 2))))),
        ("image_url", Text("An image to start from.")),
        ("strength", Decimal("How far to leave that image; 0.99 by default.", 0, 1)));

    private static OpenApiSchema List(string description, OpenApiSchema item) => new() { Type = JsonSchemaType.Array, Description = description, Items = item };

    private static AnswerDoc Error(int status, string text) =>
        new(status, text) { MediaType = "application/json", Type = typeof(KreaError), Example = Node(new KreaError(text)) };

    private static JsonNode Node<T>(T value) => JsonSerializer.SerializeToNode(value, PublicJson.Options)!;
}
