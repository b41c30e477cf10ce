namespace KreaPlatform.Gateway.Idempotency;

/// <summary>An answer that is given again to the same request.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="ContentType">Media type.</param>
/// <param name="Location">Header <c>Location</c>.</param>
/// <param name="Body">The bytes.</param>
public sealed record StoredAnswer(int Status, string? ContentType, string? Location, byte[] Body) : IResult
{
    /// <summary>Header that marks an answer as given before.</summary>
    public const string ReplayedHeader = "Idempotent-Replayed";

    /// <inheritdoc/>
    public async Task ExecuteAsync(HttpContext context)
    {
        var response = context.Response;
        response.StatusCode = Status;
        response.ContentType = ContentType;
        response.ContentLength = Body.Length;
        response.Headers.CacheControl = "no-store";
        response.Headers[ReplayedHeader] = "true";
        if (Location is not null) response.Headers.Location = Location;
        await response.Body.WriteAsync(Body, context.RequestAborted);
    }
}
