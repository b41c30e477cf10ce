using System.Net;

namespace KreaPlatform.Gateway.SignUp;

/// <summary>
/// The pages that a mailed link leads to. Opening the link changes nothing, since programs that scan mail open links too; the button on it does.
/// They load nothing from anywhere, run nothing and tell no other site where they were.
/// </summary>
internal static class ConfirmationPage
{
    private const string Style = "body{font:16px system-ui;max-width:40em;margin:4em auto;padding:0 1em}code{word-break:break-all;background:#eee;padding:.3em}";

    /// <summary>The page with the button.</summary>
    public static IResult Ask(HttpContext context, string token) => Page(context, StatusCodes.Status200OK,
        $"""
        <h1>Show my API key</h1>
        <p>This works once. Have a safe place for the key at hand: it is not shown again.</p>
        <form method="post" action="/v1/accounts/confirm"><input type="hidden" name="token" value="{WebUtility.HtmlEncode(token)}"><button>Show it</button></form>
        """);

    /// <summary>The page with the key.</summary>
    public static IResult Show(HttpContext context, JoinedResource joined) => Page(context, StatusCodes.Status201Created,
        $"""
        <h1>Your API key</h1>
        <p><code>{WebUtility.HtmlEncode(joined.Key.Key)}</code></p>
        <p>Account {WebUtility.HtmlEncode(joined.Account)}, plan {WebUtility.HtmlEncode(joined.Plan)}. The key is not shown again.</p>
        """);

    /// <summary>The page of a link that does not work.</summary>
    public static IResult Refuse(HttpContext context, int status, string reason) => Page(context, status, $"<h1>This link does not work</h1><p>{WebUtility.HtmlEncode(reason)}</p>");

    private static IResult Page(HttpContext context, int status, string body)
    {
        var headers = context.Response.Headers;
        headers.CacheControl = "no-store";
        headers["Referrer-Policy"] = "no-referrer";
        headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";
        return Results.Content($"<!doctype html><html lang=en><meta charset=utf-8><title>KreaPlatform</title><style>{Style}</style>{body}</html>",
            "text/html; charset=utf-8", statusCode: status);
    }
}
