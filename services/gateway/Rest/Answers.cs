namespace KreaPlatform.Gateway.Rest;

/// <summary>Answers of the public API.</summary>
public static class Answers
{
    /// <summary>JSON that nobody keeps.</summary>
    public static IResult Json<T>(HttpContext context, T value, int status = StatusCodes.Status200OK)
    {
        context.Response.Headers.CacheControl = "no-store";
        return Results.Json(value, PublicJson.Options, statusCode: status);
    }
}
