using System.Text.Json.Nodes;
using KreaPlatform.Gateway.Problems;
using Microsoft.OpenApi;
using static KreaPlatform.Gateway.OpenApi.Schemas;

namespace KreaPlatform.Gateway.OpenApi;

/// <summary>Short ways to write the parts of an <see cref="OperationDoc"/>.</summary>
internal static class DocParts
{
    /// <summary>The parameters of every list.</summary>
    public static IReadOnlyList<ParameterDoc> PageParameters { get; } =
    [
        Query("limit", "Most items of the page.", Integer("", 1, 100, 20)),
        Query("cursor", "`next_cursor` of the page before.", Text("")),
    ];

    public static AnswerDoc NotFound { get; } = Problem(ProblemKind.NotFound);

    public static AnswerDoc InvalidLimit { get; } =
        Problem(ProblemKind.InvalidParameter, FieldError.In("limit", FieldErrorCode.OutOfRange, "must be an integer from 1 to 100"));

    /// <summary>What a signed link needs beside its path.</summary>
    public static IReadOnlyList<ParameterDoc> Signed { get; } =
    [
        Query("expires", "Unix time of expiry.", Integer("", 0, long.MaxValue), required: true),
        Query("signature", "Signature of path and expiry.", Text(""), required: true),
    ];

    /// <summary>The answers to a download.</summary>
    public static IReadOnlyList<AnswerDoc> Download { get; } =
    [
        new AnswerDoc(200, "The file.") { MediaType = "image/*" },
        new AnswerDoc(206, "The range that was asked for.") { MediaType = "image/*" },
        new AnswerDoc(304, "What you have is what there is."),
        Problem(ProblemKind.LinkExpired), NotFound, Problem(ProblemKind.Gone), Problem(ProblemKind.RangeNotSatisfiable),
    ];

    /// <summary>The answers to a body that can't be read.</summary>
    public static IReadOnlyList<AnswerDoc> Unreadable { get; } =
        [Problem(ProblemKind.MalformedBody), Problem(ProblemKind.BodyTooLarge), Problem(ProblemKind.UnsupportedMediaType)];

    public static ParameterDoc Path(string name, string description, string form) => new(name, ParameterLocation.Path, description, Text(form), Required: true);

    public static ParameterDoc Query(string name, string description, OpenApiSchema schema, bool required = false) =>
        new(name, ParameterLocation.Query, description, schema, required);

    public static AnswerDoc Json<T>(int status, string description, JsonNode example) =>
        new(status, description) { MediaType = "application/json", Type = typeof(T), Example = example };

    public static AnswerDoc Problem(ProblemKind kind, params FieldError[] errors) =>
        new(kind.Status, $"{kind.Title}. {kind.Meaning}") { MediaType = Problems.Problem.MediaType, Type = typeof(ProblemDocument), Example = Examples.Of(kind, errors) };
}
