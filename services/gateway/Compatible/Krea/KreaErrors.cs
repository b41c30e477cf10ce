using System.Globalization;
using KreaPlatform.Gateway.Problems;
using KreaPlatform.Gateway.Rest;

namespace KreaPlatform.Gateway.Compatible.Krea;

/// <summary>Errors in Krea's form: <c>{"error": "one sentence or several"}</c>, and no other status for a bad field than 400.</summary>
public sealed class KreaErrors : IErrorDialect
{
    private static readonly FieldNames Names = new(
        ("references/*/image", "image_style_references/*/url"), ("references/*/influence", "image_style_references/*/strength"),
        ("references", "image_style_references"), ("image", "image_url"), ("webhook/url", "X-Webhook-URL"), ("webhook", "X-Webhook-URL"),
        ("model", "path"));

    /// <inheritdoc/>
    public Task WriteAsync(HttpContext context, Problem problem)
    {
        var response = context.Response;
        if (problem.Kind.Status == StatusCodes.Status422UnprocessableEntity) response.StatusCode = StatusCodes.Status400BadRequest;
        return response.WriteAsJsonAsync(new KreaError(Sentence(problem)), PublicJson.Options, "application/json", context.RequestAborted);
    }

    /// <summary>Everything that is wrong, in one text.</summary>
    public static string Sentence(Problem problem) => problem.Errors is { Count: > 0 } errors
        ? string.Join(" ", errors.Select(e => $"{Name(e)} {e.Detail}.".TrimStart()))
        : problem.Detail ?? problem.Kind.Title;

    /// <summary>The answer for a model that is no longer offered, which has more to say.</summary>
    public static IResult Retired(string reason, Models.ModelLifecycle lifecycle) => Results.Json(new
    {
        error = "model_unavailable",
        reason = "deprecated",
        message = reason,
        sunset_date = lifecycle.SunsetAt?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        replacement = lifecycle.Replacement,
        migration_url = lifecycle.Documentation,
    }, PublicJson.Options, statusCode: StatusCodes.Status410Gone);

    private static string Name(FieldError error) => error.Pointer is { } pointer ? Names.Of(pointer) : error.Parameter ?? "";
}
