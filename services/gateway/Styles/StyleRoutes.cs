using KreaPlatform.Contracts.Ids;
using KreaPlatform.Gateway.Assets;
using KreaPlatform.Gateway.Idempotency;
using KreaPlatform.Gateway.Keys;
using KreaPlatform.Gateway.Paging;
using KreaPlatform.Gateway.Problems;
using KreaPlatform.Gateway.Requests;
using KreaPlatform.Gateway.Rest;
using Microsoft.Extensions.Options;

namespace KreaPlatform.Gateway.Styles;

/// <summary>The routes of <c>/v1/styles</c>.</summary>
public static class StyleRoutes
{
    /// <summary>Adds the application layer of styles and what shows them.</summary>
    public static IServiceCollection AddStyles(this IServiceCollection services) => services.AddSingleton<StyleService>().AddSingleton<StyleResources>();

    /// <summary>Maps the routes; every one needs a key.</summary>
    public static void MapStyles(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/v1/styles").Keyed().WithTags("Styles");
        group.MapPost("", CreateAsync).WithName("createStyle").Needs(Scopes.Assets).Idempotent();
        group.MapGet("", ListAsync).WithName("listStyles").Needs(Scopes.Read);
        group.MapGet("{id}", ReadAsync).WithName("readStyle").Needs(Scopes.Read);
        group.MapPatch("{id}", UpdateAsync).WithName("updateStyle").Needs(Scopes.Assets);
        group.MapDelete("{id}", DeleteAsync).WithName("deleteStyle").Needs(Scopes.Assets);
    }

    private static async Task<IResult> CreateAsync(HttpContext context, StyleService styles, StyleResources resources, PublicUrls urls, IOptions<AssetsOptions> options)
    {
        var (draft, errors, cancel) = (new StyleDraft(), new ErrorList(), context.RequestAborted);
        var (given, problem) = await context.Request.ReadFieldsAsync(StyleFields.New, draft, errors, options.Value.MaxJsonBytes, cancel);
        if (problem is not null) return problem;
        draft.Given.UnionWith(given);
        if (await styles.CreateAsync(context.Caller(), draft, context.Claim(), errors, cancel) is not { } style) return Problem.InvalidFields(errors.Items);
        context.Response.Headers.Location = $"{urls.Of(context.Request)}/v1/styles/{style.Id}";
        return Answers.Json(context, resources.Of(style, context.Caller(), urls.Of(context.Request)), StatusCodes.Status201Created);
    }

    private static async Task<IResult> ListAsync(HttpContext context, StyleService styles, StyleResources resources, PublicUrls urls)
    {
        var errors = new List<FieldError>();
        var query = PageQuery.Read(context.Request.Query, IdPrefix.Style, errors, StyleScope.Parameter);
        var shared = StyleScope.IsShared(context.Request.Query[StyleScope.Parameter], errors);
        if (errors.Count > 0) return Problem.InvalidParameters(errors);
        var page = await styles.ListAsync(context.Caller(), shared, query.After, query.Limit, context.RequestAborted);
        var baseUrl = urls.Of(context.Request);
        return Answers.Json(context, new StyleList([.. page.Items.Select(s => resources.Of(s, context.Caller(), baseUrl))], page.NextCursor));
    }

    private static async Task<IResult> ReadAsync(HttpContext context, string id, StyleService styles, StyleResources resources, PublicUrls urls) =>
        await styles.FindAsync(context.Caller(), id, context.RequestAborted) is { } style
            ? Answers.Json(context, resources.Of(style, context.Caller(), urls.Of(context.Request)))
            : Problem.NoStyle();

    private static async Task<IResult> UpdateAsync(HttpContext context, string id, StyleService styles, StyleResources resources, PublicUrls urls, IOptions<EdgeOptions> options)
    {
        if (!PrefixedId.IsValid(id, IdPrefix.Style)) return Problem.NoStyle();
        var (draft, errors, cancel) = (new StyleDraft(), new ErrorList(), context.RequestAborted);
        var (_, problem) = await context.Request.ReadFieldsAsync(StyleFields.Changes, draft, errors, options.Value.MaxBodyBytes, cancel);
        if (problem is not null) return problem;
        var style = await styles.UpdateAsync(context.Caller(), id, draft, errors, cancel);
        if (!errors.IsEmpty) return Problem.InvalidFields(errors.Items);
        return style is null ? Problem.NoStyle() : Answers.Json(context, resources.Of(style, context.Caller(), urls.Of(context.Request)));
    }

    private static async Task<IResult> DeleteAsync(HttpContext context, string id, StyleService styles) =>
        await styles.DeleteAsync(context.Caller(), id, context.RequestAborted) ? Results.NoContent() : Problem.NoStyle();
}
