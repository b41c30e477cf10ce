using KreaPlatform.Gateway.Problems;
using KreaPlatform.Gateway.Rest;

namespace KreaPlatform.Gateway.Compatible.OpenAi;

/// <summary>An error in OpenAI's form, which always has its four members.</summary>
/// <param name="Message">For a person.</param>
/// <param name="Type">The broad kind.</param>
/// <param name="Param">The field that is wrong, when there is one.</param>
/// <param name="Code">Stable, for programs.</param>
public sealed record OpenAiError(string Message, string Type, string? Param, string? Code)
{
    /// <summary>Header that keeps a client from sending a request again by itself, as it would after 408, 409, 429 and every 5xx.</summary>
    public const string ShouldRetry = "x-should-retry";

    private const string Invalid = "invalid_request_error";
    private const string Server = "server_error";
    private const string User = "image_generation_user_error";

    private static readonly FieldNames Names = new(
        ("output/format", "output_format"), ("output/quality", "output_compression"), ("output", "output_format"), ("references/*/image", "image/*"),
        ("references", "image"));

    /// <summary>The answer with this error.</summary>
    /// <param name="status">HTTP status.</param>
    public IResult Answer(int status) => Results.Json(new OpenAiErrorAnswer(this), PublicJson.Options, statusCode: status);

    /// <summary>The error of a problem.</summary>
    public static OpenAiError Of(Problem problem)
    {
        var first = problem.Errors is { Count: > 0 } errors ? errors[0] : null;
        var param = first?.Pointer is { } pointer ? Names.Of(pointer) : first?.Parameter;
        var message = problem.Errors is { Count: > 0 } all ? string.Join(" ", all.Select(e => $"{(e.Pointer is { } p ? Names.Of(p) : e.Parameter)} {e.Detail}.".TrimStart()))
            : problem.Detail ?? problem.Kind.Title;
        var (type, code) = problem.Kind.Status switch
        {
            StatusCodes.Status401Unauthorized => (Invalid, "invalid_api_key"),
            StatusCodes.Status402PaymentRequired => ("insufficient_quota", "insufficient_quota"),
            StatusCodes.Status410Gone => (Invalid, "model_not_found"),
            StatusCodes.Status429TooManyRequests => ("requests", "rate_limit_exceeded"),
            StatusCodes.Status503ServiceUnavailable => (Server, "model_unavailable"),
            >= 500 => (Server, (string?)null),
            _ => (Invalid, first is null ? problem.Kind.Name.Replace('-', '_') : CodeOf(first, param)),
        };
        return new OpenAiError(message, type, string.IsNullOrEmpty(param) ? null : param, code);
    }

    /// <summary>A prompt or an image that may not be made.</summary>
    public static OpenAiError Refused(string message) => new(message, User, null, "moderation_blocked");

    /// <summary>A job that was accepted and ended without images.</summary>
    public static OpenAiError Ended(string code, string message) => new(message, Server, null, code);

    private static string CodeOf(FieldError error, string? param) => error.Code switch
    {
        FieldErrorCode.UnknownField => "unknown_parameter",
        FieldErrorCode.Required => "missing_required_parameter",
        FieldErrorCode.UnknownValue when param == "model" => "model_not_found",
        _ => "invalid_value",
    };
}
