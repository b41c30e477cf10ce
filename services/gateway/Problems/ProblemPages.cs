namespace KreaPlatform.Gateway.Problems;

/// <summary>Problem details for every error answer, and the pages that their <c>type</c> leads to.</summary>
public static class ProblemPages
{
    /// <summary>Adds problem details for exceptions.</summary>
    public static IServiceCollection AddProblems(this IServiceCollection services)
    {
        services.AddExceptionHandler<UnhandledErrors>();
        return services.AddProblemDetails();
    }

    /// <summary>Uses problem details for exceptions and for bare statuses (unknown path, wrong method), and maps <c>/problems/{kind}</c>.</summary>
    public static WebApplication UseProblems(this WebApplication app)
    {
        app.UseExceptionHandler();
        app.UseStatusCodePages(async pages =>
        {
            var context = pages.HttpContext;
            if (IsGrpc(context.Request)) return;
            if (ProblemKind.OfStatus(context.Response.StatusCode) is { } kind) await new Problem(kind).ExecuteAsync(context);
        });
        app.MapGet("/problems", () => Results.Text(string.Join("\n", ProblemKind.All.Select(k => $"{k.Status} {k.Type}  {k.Title}")) + "\n"))
            .ExcludeFromDescription();
        app.MapGet("/problems/{kind}", (string kind) => ProblemKind.All.FirstOrDefault(k => k.Name == kind) is { } known
            ? Results.Text($"{known.Title} ({known.Status})\n\n{known.Meaning}\n")
            : new Problem(ProblemKind.NotFound)).ExcludeFromDescription();
        return app;
    }

    private static bool IsGrpc(HttpRequest request) => request.ContentType?.StartsWith("application/grpc", StringComparison.OrdinalIgnoreCase) == true;
}
