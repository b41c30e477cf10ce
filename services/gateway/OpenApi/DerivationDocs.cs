using System.Text.Json.Nodes;
using KreaPlatform.Gateway.Derivation;
using KreaPlatform.Gateway.Jobs;
using KreaPlatform.Gateway.Problems;
using KreaPlatform.Gateway.Requests;
using KreaPlatform.Gateway.Rest;
using Microsoft.OpenApi;
using static KreaPlatform.Gateway.OpenApi.DocParts;
using static KreaPlatform.Gateway.OpenApi.Schemas;

namespace KreaPlatform.Gateway.OpenApi;

/// <summary>What the description says about generations made from earlier ones.</summary>
internal static class DerivationDocs
{
    private static readonly ParameterDoc Image =
        new("index", ParameterLocation.Path, "Place of the image in the generation.", Integer("", 0, RequestLimits.Images - 1), Required: true);

    public static IReadOnlyDictionary<string, OperationDoc> All { get; } = new Dictionary<string, OperationDoc>
    {
        ["varyImage"] = new("Make variations of an image",
            "A new generation with the same request and new seeds that starts from the image. It goes on from the image's own prompt, as it was expanded.")
        {
            Parameters = [OperationDocs.Id, Image, OperationDocs.Prefer],
            Bodies = [BodyDoc.Json("VariationBody", () => Object("Variations to be made.", [],
                ("n", Integer("How many.", 1, RequestLimits.Images, Derivations.DefaultVariations)),
                ("strength", Decimal("How far to leave the image: 0 returns it, 1 ignores it.", 0, 1, RequestLimits.DefaultStrength))),
                """{ "n": 4, "strength": 0.6 }""") with { Required = false }],
            Answers = Answers(JobRelation.Variation, FieldError.At("/strength", FieldErrorCode.OutOfRange, "must be a finite number from 0 to 1")),
        },
        ["upscaleImage"] = new("Enlarge an image", "A new generation with one image: this one, enlarged. Nothing is drawn anew.")
        {
            Parameters = [OperationDocs.Id, Image, OperationDocs.Prefer],
            Bodies = [BodyDoc.Json("UpscaleBody", () => Object("An enlargement to be made.", [],
                ("factor", new OpenApiSchema
                {
                    Type = JsonSchemaType.Integer, Description = "By how much.", Default = Derivations.DefaultFactor,
                    Enum = [.. RequestLimits.Upscales.Where(f => f > 1).Select(f => (JsonNode)f)],
                })),
                """{ "factor": 4 }""") with { Required = false }],
            Answers = Answers(JobRelation.Upscale, FieldError.At("/factor", FieldErrorCode.UnknownValue, "must be one of 2, 3, 4, 8")),
        },
        ["rerunGeneration"] = new("Run a generation again",
            "The same request with the same seeds, and with its images, styles and boards as they were then: the same bundle on the same machine gives the same pixels. Takes no fields.")
        {
            Parameters = [OperationDocs.Id, OperationDocs.Prefer],
            Bodies = [BodyDoc.Json("RerunBody", () => Object("Nothing: other settings are another request.", []), "{}") with { Required = false }],
            Answers = Answers(JobRelation.Rerun, FieldError.At("/seed", FieldErrorCode.UnknownField, "'seed' is not a field here; there are none")),
        },
    };

    private static IReadOnlyList<AnswerDoc> Answers(JobRelation relation, FieldError example) =>
    [
        Json<GenerationResource>(202, "Accepted, and not ended yet; `parent` leads back.", Examples.Derived(relation)),
        Json<GenerationResource>(200, "Ended within the time of `Prefer: wait=N`.", Examples.Completed),
        .. Unreadable,
        Problem(ProblemKind.InvalidRequest, example), NotFound, Problem(ProblemKind.NoImage), Problem(ProblemKind.Gone), Problem(ProblemKind.ModelUnavailable),
    ];
}
