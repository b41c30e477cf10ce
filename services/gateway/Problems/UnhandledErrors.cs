using Microsoft.AspNetCore.Diagnostics;

namespace KreaPlatform.Gateway.Problems;

/// <summary>What no handler dealt with becomes a problem without internals; the log has the rest.</summary>
public sealed partial class UnhandledErrors(ILogger<UnhandledErrors> log) : IExceptionHandler
{
    /// <inheritdoc/>
    public async ValueTask<bool> TryHandleAsync(HttpContext context, Exception exception, CancellationToken cancel)
    {
        if (context.RequestAborted.IsCancellationRequested) return true;
        if (exception is BadHttpRequestException bad)
        {
            await new Problem(ProblemKind.OfStatus(bad.StatusCode) ?? ProblemKind.MalformedBody, "The request could not be read.").ExecuteAsync(context);
            return true;
        }
        Failed(exception, context.Request.Method, context.Request.Path, context.TraceIdentifier);
        await new Problem(ProblemKind.Internal).ExecuteAsync(context);
        return true;
    }

    [LoggerMessage(LogLevel.Error, "{Method} {Path} failed (request {RequestId})")]
    private partial void Failed(Exception exception, string method, string path, string requestId);
}
