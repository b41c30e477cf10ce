using KreaPlatform.Gateway.Problems;
using KreaPlatform.Gateway.Styles;
using Microsoft.OpenApi;
using static KreaPlatform.Gateway.OpenApi.DocParts;
using static KreaPlatform.Gateway.OpenApi.Schemas;

namespace KreaPlatform.Gateway.OpenApi;

/// <summary>What the description says about the operations of named styles.</summary>
internal static class StyleDocs
{
    private static readonly ParameterDoc Id = Path("id", "The style.", "`sty_…`");

    public static IReadOnlyDictionary<string, OperationDoc> All { get; } = new Dictionary<string, OperationDoc>
    {
        ["createStyle"] = new("Make a style",
            "A look given by 1 to 20 images, without any training: use it as `styles: [{id, strength}]`. Images that are not assets yet become some. A shared style may be used "
            + "by every account; its images stay yours, and credit for them reaches you.")
        {
            Bodies = [BodyDoc.Json("StyleBody", New, AssetExamples.NewStyle)],
            Answers =
            [
                Json<StyleResource>(201, "Made; `Location` is where to look.", AssetExamples.Style),
                .. Unreadable,
                Problem(ProblemKind.InvalidRequest, FieldError.At("/images/0", FieldErrorCode.NotFound, "names an asset that is not in your account")),
            ],
        },
        ["listStyles"] = new("List styles", "Newest first: your own, or all that anybody shares.")
        {
            Parameters = [.. PageParameters, Query(StyleScope.Parameter, "Whose styles.", Choice("", StyleScope.Own, StyleScope.Own, StyleScope.Shared))],
            Answers = [Json<StyleList>(200, "A page.", AssetExamples.Styles), InvalidLimit],
        },
        ["readStyle"] = new("Read a style", "One of yours, or one that is shared.")
        {
            Parameters = [Id], Answers = [Json<StyleResource>(200, "The style.", AssetExamples.Style), NotFound],
        },
        ["updateStyle"] = new("Rename or share a style", "Fields that are not given stay. The images never change: another set is another style.")
        {
            Bodies = [BodyDoc.Json("StyleChanges", () => Object("What changes. `null` means not given.", [], Name, Visibility), AssetExamples.Changes)],
            Parameters = [Id],
            Answers =
            [
                Json<StyleResource>(200, "Changed.", AssetExamples.Style), NotFound, .. Unreadable,
                Problem(ProblemKind.InvalidRequest, FieldError.At("/visibility", FieldErrorCode.UnknownValue, "must be one of private, shared")),
            ],
        },
        ["deleteStyle"] = new("Delete a style", "Its assets stay, and so does what was made with it.")
        {
            Parameters = [Id], Answers = [new AnswerDoc(204, "Deleted."), NotFound],
        },
    };

    private static (string, OpenApiSchema) Name => ("name", Text("What you call it.", 1, StyleRules.NameCharacters));

    private static (string, OpenApiSchema) Visibility => ("visibility", Choice("Who may use it.", "private", StyleRules.Visibilities));

    private static OpenApiSchema New() => Object("A style to be made. `null` means not given; unknown fields are refused.", ["name", "images"],
        Name,
        ("images", List("Its images: ids of assets, URLs of your own assets and images, https URLs or data URIs.", 1, StyleRules.Images, Text("An image."))),
        ("weights", List("A weight for each image; 1 for all without it.", 1, StyleRules.Images, Decimal("Above 0.", 0, StyleRules.Weight))),
        Visibility);
}
