using KreaPlatform.Gateway.Problems;
using KreaPlatform.Gateway.Rest;

namespace KreaPlatform.Gateway.Compatible.OpenAi;

/// <summary>
/// Problems in OpenAI's form and with its statuses. What may have made a job, and what asking again can't mend, is marked so that clients do not ask
/// again by themselves.
/// </summary>
public sealed class OpenAiErrors : IErrorDialect
{
    /// <inheritdoc/>
    public Task WriteAsync(HttpContext context, Problem problem)
    {
        var error = OpenAiError.Of(problem);
        var response = context.Response;
        response.StatusCode = (problem.Kind.Status, error.Code) switch
        {
            (_, "model_not_found") when problem.Kind != ProblemKind.ModelRetired => StatusCodes.Status404NotFound,
            (StatusCodes.Status422UnprocessableEntity, _) => StatusCodes.Status400BadRequest,
            (StatusCodes.Status402PaymentRequired, _) => StatusCodes.Status429TooManyRequests,
            var (status, _) => status,
        };
        if (problem.Kind == ProblemKind.Internal || error.Code == "insufficient_quota") response.Headers[OpenAiError.ShouldRetry] = "false";
        return response.WriteAsJsonAsync(new OpenAiErrorAnswer(error), PublicJson.Options, "application/json", context.RequestAborted);
    }
}
