using KreaPlatform.Gateway.Problems;
using KreaPlatform.Gateway.Rest;
using Microsoft.OpenApi;
using static KreaPlatform.Gateway.OpenApi.DocParts;
using static KreaPlatform.Gateway.OpenApi.Schemas;

namespace KreaPlatform.Gateway.OpenApi;

/// <summary>What the description says about each operation, by its name.</summary>
internal static class OperationDocs
{
    public static readonly ParameterDoc Id = Path("id", "The generation.", "`gen_…`");

    public static readonly ParameterDoc Prefer = new("Prefer", ParameterLocation.Header,
        "`wait=N` (RFC 7240) holds the answer until the generation has ended or N seconds, at most 120, have passed; `Preference-Applied` says so.", Text("`wait=60`"));

    public static IReadOnlyDictionary<string, OperationDoc> All { get; } = new[]
    {
        Generations(), DerivationDocs.All, AssetDocs.All, StyleDocs.All, WebhookDocs.All, KreaDocs.All, OpenAiDocs.All, AccountDocs.All, BillingDocs.All,
    }.SelectMany(docs => docs).ToDictionary();

    private static Dictionary<string, OperationDoc> Generations() => new()
    {
        ["submitGeneration"] = new("Submit a generation",
            "Only `prompt` is required. Once this is answered 2xx the generation will end, once, with images or a reason, whatever breaks on the way.")
        {
            Bodies = [BodyDoc.Json(RequestSchema.Name, RequestSchema.Create, Examples.Body)],
            Parameters = [Prefer],
            Answers =
            [
                Json<GenerationResource>(202, "Accepted, and not ended yet; `Location` is where to look.", Examples.Queued),
                Json<GenerationResource>(200, "Ended within the time of `Prefer: wait=N`, in any of the states that end it.", Examples.Completed),
                .. Unreadable,
                Problem(ProblemKind.InvalidRequest, FieldError.At("/width", FieldErrorCode.NotMultiple, "must be a multiple of 16 pixels")),
                Problem(ProblemKind.PromptRefused, FieldError.At("/prompt", "prompt_violence", "asks for what is not made here")),
                Problem(ProblemKind.PaymentRequired), Problem(ProblemKind.ModelRetired), Problem(ProblemKind.ModelUnavailable),
            ],
        },
        ["listGenerations"] = new("List generations", "Newest first. A cursor stays valid, and misses and repeats nothing, while generations are added.")
        {
            Parameters =
            [
                .. PageParameters,
                Query("status", "Only those in this state.", Choice("", null, StatusNames.All)),
                Query("model", "Only those of this model.", Text("")),
                Query("user", "Only those of this end user of yours.", Text("")),
                Query("created_after", "Only those accepted at or after this time (RFC 3339, with offset).", Time("")),
                Query("created_before", "Only those accepted before this time.", Time("")),
            ],
            Answers =
            [
                Json<PageResource>(200, "A page.", Examples.Page),
                InvalidLimit,
            ],
        },
        ["readGeneration"] = new("Read a generation", "Its state, its place in the queue or its progress while it is open, its images or the reason once it has ended.")
        {
            Parameters = [Id, Prefer, new("If-None-Match", ParameterLocation.Header, "The `ETag` of the answer that you have.", Text("`W/\"…\"`"))],
            Answers =
            [
                Json<GenerationResource>(200, "The generation as it is now.", Examples.Completed),
                new AnswerDoc(304, "It is as you have it."), NotFound,
            ],
        },
        ["cancelGeneration"] = new("Cancel a generation", "Ends it at once; a worker that is busy with it stops before its next step.")
        {
            Parameters = [Id],
            Answers = [Json<GenerationResource>(200, "Cancelled.", Examples.Cancelled), NotFound, Problem(ProblemKind.AlreadyEnded)],
        },
        ["deleteGenerationImages"] = new("Delete a generation's images",
            "Removes the bytes of its images for good; the generation and its receipt remain. One that has not ended is cancelled first.")
        {
            Parameters = [Id],
            Answers = [Json<GenerationResource>(200, "Deleted.", Examples.Deleted), NotFound],
        },
        ["watchGeneration"] = new("Watch a generation",
            "Server-sent events until it has ended. Transitions (`generation.backlogged`, `.queued`, `.started`, `.completed`, `.failed`, `.refused`, `.cancelled`) "
            + "carry the generation as it is when they are sent and come each once, in order, from the one after `Last-Event-ID`; between them, live, "
            + "`generation.position`, `generation.step` and `generation.preview`. The `id` of every event is the number of the latest transition.")
        {
            Parameters =
            [
                Id,
                new("Last-Event-ID", ParameterLocation.Header, "Number of the last transition seen; browsers send it by themselves. Without it: all.", Integer("", 0, int.MaxValue)),
                Query("after", "The same, for clients that can't set the header.", Integer("", 0, int.MaxValue)),
            ],
            Answers =
            [
                new AnswerDoc(200, "The stream.") { MediaType = "text/event-stream", Example = Examples.Events },
                new AnswerDoc(204, "It has ended and the last transition was seen: don't come back."),
                Problem(ProblemKind.InvalidParameter, FieldError.In("Last-Event-ID", FieldErrorCode.Malformed, "must be the id of an event of this stream")),
                NotFound,
            ],
        },
        ["downloadImage"] = new("Download an image",
            "Take the link from `images[].url`, which is signed: it needs no key and lives until `url_expires_at`. Ranges and conditional requests are supported.")
        {
            NeedsKey = false,
            Parameters =
            [
                Id,
                new("index", ParameterLocation.Path, "Place of the image in the generation.", Integer("", 0, 15), Required: true),
                .. Signed,
            ],
            Answers = Download,
        },
        ["listModels"] = new("List models", "Every model that the workers have, with what can be asked of it, its other names and where it is in its life; those that can't be served say why. "
            + "The same body serves OpenAI's clients: `data` has every name that can be asked for.")
        {
            Answers = [Json<ModelList>(200, "The models.", Examples.AllModels)],
        },
        ["readModel"] = new("Read a model", "One model, by its id or another of its names. One that is going is announced by `Deprecation` (RFC 9745), `Sunset` (RFC 8594) and `Link`, here and on every submit.")
        {
            Parameters = [new("id", ParameterLocation.Path, "The model.", Text(""), Required: true)],
            Answers = [Json<ModelResource>(200, "The model.", Examples.OneModel), NotFound],
        },
    };

    /// <summary>What every operation with a key may answer.</summary>
    public static IReadOnlyList<AnswerDoc> WithKey { get; } = [Problem(ProblemKind.Unauthorized), Problem(ProblemKind.Forbidden)];

    /// <summary>What every operation may answer.</summary>
    public static IReadOnlyList<AnswerDoc> Always { get; } = [Problem(ProblemKind.Internal)];
}
