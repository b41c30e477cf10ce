using System.Globalization;
using KreaPlatform.Contracts.Ids;
using KreaPlatform.Gateway.Idempotency;
using KreaPlatform.Gateway.Keys;
using KreaPlatform.Gateway.Problems;
using KreaPlatform.Gateway.Requests;
using KreaPlatform.Gateway.Rest;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;

namespace KreaPlatform.Gateway.Derivation;

/// <summary>The routes that make a generation from an earlier one.</summary>
public static class DerivationRoutes
{
    /// <summary>Adds what the routes need.</summary>
    public static IServiceCollection AddDerivations(this IServiceCollection services) => services.AddSingleton<Derivations>();

    /// <summary>Maps the routes; every one needs a key.</summary>
    public static RouteGroupBuilder MapDerivations(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/v1/generations/{id}").Keyed().WithTags("Generations").Needs(Scopes.Generate);
        group.MapPost("images/{index}/variations", VaryAsync).WithName("varyImage").Idempotent();
        group.MapPost("images/{index}/upscale", UpscaleAsync).WithName("upscaleImage").Idempotent();
        group.MapPost("rerun", RerunAsync).WithName("rerunGeneration").Idempotent();
        return group;
    }

    private static async Task<IResult> VaryAsync(HttpContext context, string id, string index, Derivations derivations, SubmissionAnswers answers, IOptions<EdgeOptions> options)
    {
        if (!IsImage(id, index, out var number)) return NoImage();
        var (draft, errors, unreadable) = await ReadAsync(context, DerivationFields.Variation, options);
        return unreadable ?? await answers.OfAsync(context, await derivations.VaryAsync(context.Caller(), id, number, draft, errors, context.Claim(), context.RequestAborted));
    }

    private static async Task<IResult> UpscaleAsync(HttpContext context, string id, string index, Derivations derivations, SubmissionAnswers answers, IOptions<EdgeOptions> options)
    {
        if (!IsImage(id, index, out var number)) return NoImage();
        var (draft, errors, unreadable) = await ReadAsync(context, DerivationFields.Upscale, options);
        return unreadable ?? await answers.OfAsync(context, await derivations.UpscaleAsync(context.Caller(), id, number, draft, errors, context.Claim(), context.RequestAborted));
    }

    private static async Task<IResult> RerunAsync(HttpContext context, string id, Derivations derivations, SubmissionAnswers answers, IOptions<EdgeOptions> options)
    {
        if (!PrefixedId.IsValid(id, IdPrefix.Generation)) return Problem.NoGeneration();
        var (_, errors, unreadable) = await ReadAsync(context, DerivationFields.Rerun, options);
        return unreadable ?? await answers.OfAsync(context, await derivations.RerunAsync(context.Caller(), id, errors, context.Claim(), context.RequestAborted));
    }

    private static bool IsImage(string id, string index, out int number) =>
        int.TryParse(index, NumberStyles.None, CultureInfo.InvariantCulture, out number) && PrefixedId.IsValid(id, IdPrefix.Generation);

    private static Problem NoImage() => new(ProblemKind.NotFound, "There is no generation with that image in your account.");

    // Without a body everything has its default.
    private static async Task<(T Draft, ErrorList Errors, Problem? Unreadable)> ReadAsync<T>(HttpContext context, FieldTable<T> fields, IOptions<EdgeOptions> options)
        where T : Draft, new()
    {
        var (draft, errors) = (new T(), new ErrorList());
        if (context.Features.Get<IHttpRequestBodyDetectionFeature>() is { CanHaveBody: false }) return (draft, errors, null);
        var (document, unreadable) = await context.Request.ReadJsonAsync(options.Value.MaxBodyBytes, context.RequestAborted);
        if (unreadable is not null) return (draft, errors, unreadable);
        using (document) draft.Given.UnionWith(fields.ReadBody(document!.RootElement, draft, errors));
        return (draft, errors, null);
    }
}
