using KreaPlatform.Contracts.Ids;

namespace KreaPlatform.Gateway.Problems;

/// <summary>Names every request: in logs, in problems and in the header <c>X-Request-Id</c> of every answer.</summary>
public static class RequestIds
{
    private const string Prefix = "req";

    /// <summary>Uses request ids; call it before whatever answers.</summary>
    public static WebApplication UseRequestIds(this WebApplication app)
    {
        var time = app.Services.GetRequiredService<TimeProvider>();
        app.Use((context, next) =>
        {
            context.TraceIdentifier = PrefixedId.New(Prefix, time.GetUtcNow());
            context.Response.OnStarting(() =>
            {
                context.Response.Headers["X-Request-Id"] = context.TraceIdentifier;
                return Task.CompletedTask;
            });
            return next(context);
        });
        return app;
    }
}
