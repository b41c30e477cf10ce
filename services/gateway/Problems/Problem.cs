using KreaPlatform.Gateway.Jobs;
using KreaPlatform.Gateway.Rest;
using Microsoft.AspNetCore.Diagnostics;

namespace KreaPlatform.Gateway.Problems;

/// <summary>An answer that says what went wrong, as RFC 9457 problem details, or in the words of the endpoint's <see cref="IErrorDialect"/>.</summary>
/// <param name="Kind">Which kind of problem.</param>
/// <param name="Detail">What happened this time; nothing internal.</param>
public sealed record Problem(ProblemKind Kind, string? Detail = null) : IResult
{
    /// <summary>Media type of problems.</summary>
    public const string MediaType = "application/problem+json";

    /// <summary>Everything that is wrong, by field or parameter.</summary>
    public IReadOnlyList<FieldError>? Errors { get; init; }

    /// <summary>Names of the limits that were reached.</summary>
    public IReadOnlyList<string>? ViolatedPolicies { get; init; }

    /// <summary>What the request costs and what is missing.</summary>
    public PaymentNeeded? Payment { get; init; }

    /// <summary>Invalid fields of a body.</summary>
    public static Problem InvalidFields(IReadOnlyList<FieldError> errors) => new(ProblemKind.InvalidRequest, Summary(errors)) { Errors = errors };

    /// <summary>Invalid query parameters or headers.</summary>
    public static Problem InvalidParameters(params IReadOnlyList<FieldError> errors) => new(ProblemKind.InvalidParameter, Summary(errors)) { Errors = errors };

    /// <summary>No such generation for this caller.</summary>
    public static Problem NoGeneration() => new(ProblemKind.NotFound, "There is no generation of that id in your account.");

    /// <summary>No such asset for this caller.</summary>
    public static Problem NoAsset() => new(ProblemKind.NotFound, "There is no asset of that id in your account.");

    /// <summary>No such style that this caller may use or change.</summary>
    public static Problem NoStyle() => new(ProblemKind.NotFound, "There is no style of that id in your account.");

    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext context)
    {
        var response = context.Response;
        response.StatusCode = Kind.Status;
        response.Headers.CacheControl = "no-store";
        if (Kind == ProblemKind.Unauthorized) response.Headers.WWWAuthenticate = "Bearer realm=\"krea\"";
        if (Kind == ProblemKind.IdempotencyInFlight) response.Headers.RetryAfter = "1";
        if (Kind == ProblemKind.ModelUnavailable) response.Headers.RetryAfter = "10";
        if (Kind == ProblemKind.Busy) response.Headers.RetryAfter = "5";
        if (DialectOf(context) is { } dialect) return dialect.WriteAsync(context, this);
        var document = new ProblemDocument
        {
            Type = Kind.Type,
            Title = Kind.Title,
            Status = Kind.Status,
            Detail = Detail,
            Instance = context.Request.Path,
            RequestId = context.TraceIdentifier,
            Errors = Errors,
            ViolatedPolicies = ViolatedPolicies,
            Payment = Payment,
        };
        return response.WriteAsJsonAsync(document, PublicJson.Options, MediaType, context.RequestAborted);
    }

    // The endpoint of a request that broke is no longer in its usual place.
    private static IErrorDialect? DialectOf(HttpContext context) =>
        (context.GetEndpoint() ?? context.Features.Get<IExceptionHandlerFeature>()?.Endpoint)?.Metadata.GetMetadata<IErrorDialect>();

    private static string Summary(IReadOnlyList<FieldError> errors) =>
        string.Join(" ", errors.Take(3).Select(e => $"{e.Pointer ?? e.Parameter} {e.Detail}.".TrimStart())) + (errors.Count > 3 ? $" And {errors.Count - 3} more." : "");
}
