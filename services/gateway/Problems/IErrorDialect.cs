namespace KreaPlatform.Gateway.Problems;

/// <summary>Endpoint metadata: words problems in the form of another API, for clients that were written for it.</summary>
public interface IErrorDialect
{
    /// <summary>Writes a problem as that API's clients expect it. Status and headers of the problem are set, and may be changed.</summary>
    Task WriteAsync(HttpContext context, Problem problem);
}
