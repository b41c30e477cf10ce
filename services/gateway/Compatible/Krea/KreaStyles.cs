using KreaPlatform.Contracts.Ids;
using KreaPlatform.Gateway.Models;
using KreaPlatform.Gateway.Paging;
using KreaPlatform.Gateway.Problems;
using KreaPlatform.Gateway.Rest;
using KreaPlatform.Gateway.Styles;

namespace KreaPlatform.Gateway.Compatible.Krea;

/// <summary>Named styles in Krea's form, to be read.</summary>
internal sealed class KreaStyles(StyleService styles, StyleResources resources, PublicUrls urls, ModelRegistry models)
{
    private const int MostIds = 100;
    private static readonly string[] Own = ["all", "user"];
    private static readonly string[] OfOthers = ["community", "shared", "public"];
    // Krea has these; nothing here is liked, curated or waiting for approval.
    private static readonly string[] Empty = ["krea", "unapproved", "editor", "gallery"];
    private static readonly string[] Narrowing = ["ids", "liked", "user", "model", "filter"];

    /// <summary><c>GET /styles</c>: the account's own, or with <c>filter=community</c> those that anybody shares; or those of <c>ids</c>.</summary>
    public async Task<IResult> ListAsync(HttpContext context)
    {
        var query = context.Request.Query;
        if (query["ids"] is { Count: > 0 } ids) return Answer(context, await FindAsync(context, [.. ids.SelectMany(i => (i ?? "").Split(','))]), null);
        var errors = new List<FieldError>();
        var page = PageQuery.Read(query, IdPrefix.Style, errors, Narrowing);
        var filter = query["filter"].ToString() is { Length: > 0 } named ? named : Own[0];
        if (!Own.Concat(OfOthers).Concat(Empty).Contains(filter))
            errors.Add(FieldError.In("filter", FieldErrorCode.UnknownValue, $"must be one of {string.Join(", ", Own.Concat(OfOthers).Concat(Empty))}"));
        if (errors.Count > 0) return Problem.InvalidParameters(errors);
        if (Empty.Contains(filter) || query["liked"] == "true") return Answer(context, [], null);
        var found = await styles.ListAsync(context.Caller(), OfOthers.Contains(filter), page.After, page.Limit, context.RequestAborted);
        return Answer(context, found.Items, found.NextCursor);
    }

    /// <summary><c>GET /styles/{id}</c>.</summary>
    public async Task<IResult> ReadAsync(HttpContext context, string id) => await FindAsync(context, [id]) is [var style]
        ? Answers.Json(context, Show(context, style))
        : new Problem(ProblemKind.NotFound, "There is no style of that id that you may use.");

    private async Task<List<Style>> FindAsync(HttpContext context, IReadOnlyList<string> ids)
    {
        var found = new List<Style>();
        foreach (var id in ids.Take(MostIds))
            if (KreaIds.Parse(id, IdPrefix.Style) is { } own && await styles.FindAsync(context.Caller(), own, context.RequestAborted) is { } style) found.Add(style);
        return found;
    }

    private IResult Answer(HttpContext context, IReadOnlyList<Style> found, string? next) =>
        Answers.Json(context, new KreaPage<KreaStyle>([.. found.Select(s => Show(context, s))], next));

    private KreaStyle Show(HttpContext context, Style style) => KreaStyle.Of(resources.Of(style, context.Caller(), urls.Of(context.Request)),
        [.. models.All.Where(m => m.References is not null).Select(m => m.Id)]);
}
