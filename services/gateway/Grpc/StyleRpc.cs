using Grpc.Core;
using KreaPlatform.Contracts.Grpc.V1;
using KreaPlatform.Contracts.Ids;
using KreaPlatform.Gateway.Idempotency;
using KreaPlatform.Gateway.Keys;
using KreaPlatform.Gateway.Paging;
using KreaPlatform.Gateway.Problems;
using KreaPlatform.Gateway.Requests;
using KreaPlatform.Gateway.Rest;
using KreaPlatform.Gateway.Styles;
using Style = KreaPlatform.Contracts.Grpc.V1.Style;
using StyleRow = KreaPlatform.Gateway.Styles.Style;

namespace KreaPlatform.Gateway.Grpc;

/// <summary>The gRPC surface of named styles: the semantics of <c>/v1/styles</c>.</summary>
internal sealed class StyleRpc(Styles.StyleService styles, StyleResources resources, PublicUrls urls) : Contracts.Grpc.V1.StyleService.StyleServiceBase
{
    [Needs(Scopes.Assets)]
    public override async Task<Style> Create(CreateStyleRequest request, ServerCallContext context)
    {
        var errors = new ErrorList();
        var draft = new StyleDraft
        {
            Name = request.Name.Length > 0 ? request.Name : null,
            Images = request.Images.Count > 0 ? [.. request.Images] : null,
            Weights = request.Weights.Count > 0 ? [.. request.Weights.Select(w => (double?)w)] : null,
            Visibility = request.HasVisibility ? request.Visibility : null,
        };
        var http = context.GetHttpContext();
        return await styles.CreateAsync(http.Caller(), draft, http.Claim(), errors, context.CancellationToken) is { } style
            ? Show(style, context)
            : throw RpcErrors.Invalid(errors.Items);
    }

    [Needs(Scopes.Read)]
    public override async Task<Style> Get(GetStyleRequest request, ServerCallContext context) =>
        await styles.FindAsync(context.GetHttpContext().Caller(), request.Id, context.CancellationToken) is { } style ? Show(style, context) : throw NoStyle();

    [Needs(Scopes.Read)]
    public override async Task<ListStylesResponse> List(ListStylesRequest request, ServerCallContext context)
    {
        var errors = new List<FieldError>();
        var query = PageQuery.Read(RpcPage.Query(request.Limit, request.Cursor), IdPrefix.Style, errors);
        var shared = StyleScope.IsShared(request.Scope, errors);
        if (errors.Count > 0) throw RpcErrors.Invalid(errors);
        var page = await styles.ListAsync(context.GetHttpContext().Caller(), shared, query.After, query.Limit, context.CancellationToken);
        var response = new ListStylesResponse { NextCursor = page.NextCursor ?? "" };
        response.Items.AddRange(page.Items.Select(s => Show(s, context)));
        return response;
    }

    [Needs(Scopes.Assets)]
    public override async Task<Style> Update(UpdateStyleRequest request, ServerCallContext context)
    {
        var errors = new ErrorList();
        var draft = new StyleDraft { Name = request.HasName ? request.Name : null, Visibility = request.HasVisibility ? request.Visibility : null };
        var style = await styles.UpdateAsync(context.GetHttpContext().Caller(), request.Id, draft, errors, context.CancellationToken);
        if (!errors.IsEmpty) throw RpcErrors.Invalid(errors.Items);
        return style is null ? throw NoStyle() : Show(style, context);
    }

    [Needs(Scopes.Assets)]
    public override async Task<DeleteStyleResponse> Delete(DeleteStyleRequest request, ServerCallContext context) =>
        await styles.DeleteAsync(context.GetHttpContext().Caller(), request.Id, context.CancellationToken) ? new DeleteStyleResponse() : throw NoStyle();

    private Style Show(StyleRow style, ServerCallContext context)
    {
        var http = context.GetHttpContext();
        return AssetMessages.Of(resources.Of(style, http.Caller(), urls.OfGrpc(http.Request)));
    }

    private static RpcException NoStyle() => RpcErrors.NotFound("There is no style of that id in your account.");
}
