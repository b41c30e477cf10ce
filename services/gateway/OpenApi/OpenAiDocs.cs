using System.Text.Json;
using System.Text.Json.Nodes;
using KreaPlatform.Contracts.Generation;
using KreaPlatform.Gateway.Compatible.OpenAi;
using KreaPlatform.Gateway.Rest;
using Microsoft.OpenApi;
using static KreaPlatform.Gateway.OpenApi.DocParts;
using static KreaPlatform.Gateway.OpenApi.Schemas;

namespace KreaPlatform.Gateway.OpenApi;

/// <summary>What the description says about the image routes of OpenAI's API.</summary>
internal static class OpenAiDocs
{
    private static readonly OpenAiImages Images = new()
    {
        Created = 1769860800, Data = [new OpenAiImage { Bytes = [0x89, 0x50, 0x4e, 0x47], RevisedPrompt = "a cat riding a bicycle, watercolor" }], OutputFormat = "png",
        Size = "1024x1024", Quality = "medium", Usage = new OpenAiUsage(70, 6, 64, new OpenAiInputTokens(6, 0)),
    };

    private static readonly IReadOnlyList<AnswerDoc> Common =
    [
        Error(401, new OpenAiError("The key is not known or no longer in force.", "invalid_request_error", null, "invalid_api_key")),
        Error(500, new OpenAiError("Something went wrong on our side", "server_error", null, null)),
    ];

    private static readonly IReadOnlyList<AnswerDoc> Answers =
    [
        Json<OpenAiImages>(200, "The images; with `stream` server-sent events instead, `*.partial_image` and `*.completed`.", Node(Images)),
        Error(400, new OpenAiError($"size {ImageSize.Rule}.", "invalid_request_error", "size", "invalid_value")),
        Error(404, new OpenAiError("model there is no such model.", "invalid_request_error", "model", "model_not_found")),
        Error(429, new OpenAiError("Too many requests.", "requests", null, "rate_limit_exceeded")),
        Error(503, new OpenAiError("No worker serves it at the moment.", "server_error", null, "model_unavailable")),
        Error(504, new OpenAiError("The deadline passed.", "server_error", null, "deadline_exceeded")),
    ];

    private const string Waiting = " The call is held until the images are there; a caller who goes away cancels them. Errors after the job was accepted carry "
        + "`x-should-retry: false`, and every answer names the job in `X-Generation-Id`.";

    public static IReadOnlyDictionary<string, OperationDoc> All { get; } = new Dictionary<string, OperationDoc>
    {
        ["openAiGenerate"] = new("Generate images (OpenAI)", "Images from a prompt." + Waiting)
        {
            Common = Common,
            Bodies = [BodyDoc.Json("OpenAiGenerationBody", () => Body([], ("style", Choice("vivid expands the prompt far, natural little.", null, "vivid", "natural"))),
                """{ "model": "gpt-image-1", "prompt": "a cat riding a bicycle", "size": "1024x1024" }""")],
            Answers = Answers,
        },
        ["openAiEdit"] = new("Edit images (OpenAI)", "Images from images: the first is where they start from, the others lead their style; transparent parts of the mask are drawn anew." + Waiting)
        {
            Common = Common,
            Bodies =
            [
                new BodyDoc("multipart/form-data", "OpenAiEditForm", () => Body(["image"], ("image", File("An image, or several as `image[]`.")), ("mask", File("Where to edit.")), Fidelity), null),
                BodyDoc.Json("OpenAiEditBody", () => Body(["images"],
                    ("images", new OpenApiSchema { Type = JsonSchemaType.Array, Description = "At most 16.", Items = Input("One of them.") }), ("mask", Input("Where to edit.")), Fidelity),
                    """{ "model": "gpt-image-1", "prompt": "a dog in the snow", "images": [{ "image_url": "https://example.com/dog.png" }] }"""),
            ],
            Answers = Answers,
        },
    };

    private static (string, OpenApiSchema) Fidelity => ("input_fidelity", Choice("high stays closer to the image.", "low", "low", "high"));

    private static OpenApiSchema Body(IEnumerable<string> required, params (string, OpenApiSchema)[] more) => Object("Images to be made. Unknown fields are refused.", ["prompt", .. required],
    [
        ("prompt", Text("What to draw.", 1)),
        ("model", Text("A model's id or another of its names; see `/v1/models`.")),
        ("n", Integer("Number of images.", 1, OpenAiMapper.MostImages, 1)),
        ("size", Text($"{ImageSize.Rule}. What the model can't draw is drawn at its nearest ratio, enlarged and cropped.")),
        ("quality", Choice("A matter of steps: low takes half of the model's, high half as many again.", "auto", "auto", "low", "medium", "high", "standard", "hd")),
        ("response_format", Choice("`b64_json`, and `url` for models named dall-e, when it is not given.", null, "b64_json", "url")),
        ("output_format", Choice("File format.", OutputFormat.Png, OutputFormat.All)),
        ("output_compression", Integer("Quality of jpeg and webp.", 0, 100, 100)),
        ("background", Choice("No model here draws transparency.", "auto", "auto", "opaque")),
        ("moderation", Choice("Taken; the platform's own filter applies.", "auto", "auto", "low")),
        ("stream", Flag("Whether the answer is a stream of events.", false)),
        ("partial_images", Integer("Partial images of a stream, of its first image.", 0, PartialImages.Most, 0)),
        ("user", Text("Your own end user.")),
        .. more,
    ]);

    private static OpenApiSchema File(string description) => new() { Type = JsonSchemaType.String, Format = "binary", Description = description };

    private static OpenApiSchema Input(string description) => Object(description, [], ("image_url", Text("An https URL or a data URI.")), ("file_id", Text("An asset's id.")));

    private static AnswerDoc Error(int status, OpenAiError error) =>
        new(status, error.Message) { MediaType = "application/json", Type = typeof(OpenAiErrorAnswer), Example = Node(new OpenAiErrorAnswer(error)) };

    private static JsonNode Node<T>(T value) => JsonSerializer.SerializeToNode(value, PublicJson.Options)!;
}
