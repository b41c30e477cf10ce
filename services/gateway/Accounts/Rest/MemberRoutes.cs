using KreaPlatform.Contracts.Ids;
using KreaPlatform.Gateway.Idempotency;
using KreaPlatform.Gateway.Keys;
using KreaPlatform.Gateway.Problems;
using KreaPlatform.Gateway.Rest;
using KreaPlatform.Gateway.SignUp;

namespace KreaPlatform.Gateway.Accounts.Rest;

/// <summary>The routes of <c>/v1/account/members</c>.</summary>
internal static class MemberRoutes
{
    /// <summary>Maps the routes; every one needs a key with the scope <c>members</c>.</summary>
    public static RouteGroupBuilder MapMembers(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/v1/account/members").Keyed().Needs(Scopes.Members).WithTags("Account");
        group.MapGet("", ListAsync).WithName("listMembers");
        group.MapPost("", InviteAsync).WithName("inviteMember").Idempotent();
        group.MapPatch("{id}", ChangeAsync).WithName("changeMember");
        group.MapDelete("{id}", RemoveAsync).WithName("removeMember");
        return group;
    }

    private static async Task<IResult> ListAsync(HttpContext context, MemberService members) =>
        Answers.Json(context, new MemberList([.. (await members.ListAsync(context.Caller(), context.RequestAborted)).Select(MemberResource.Of)]));

    private static async Task<IResult> InviteAsync(HttpContext context, MemberService members, PublicUrls urls, Invitations invitations)
    {
        if (!invitations.Open) return Problem(null);
        var (body, errors, unreadable) = await Forms.ReadAsync(context, MemberFields.Invitation);
        if (unreadable is not null) return unreadable;
        var email = EmailRules.Judge(body.Email, "/email", errors);
        var role = MemberFields.Role(body, errors);
        if (!errors.IsEmpty) return Problems.Problem.InvalidFields(errors.Items);
        return await members.InviteAsync(context.Caller(), email, role, urls.Of(context.Request), context.RequestAborted) is { } refusal
            ? Problem(refusal)
            : Results.StatusCode(StatusCodes.Status202Accepted);
    }

    private static async Task<IResult> ChangeAsync(HttpContext context, string id, MemberService members)
    {
        if (!PrefixedId.IsValid(id, IdPrefix.Member)) return Problem(MemberRefusal.NotFound);
        var (body, errors, unreadable) = await Forms.ReadAsync(context, MemberFields.Change);
        if (unreadable is not null) return unreadable;
        var role = MemberFields.Role(body, errors);
        if (!errors.IsEmpty) return Problems.Problem.InvalidFields(errors.Items);
        var (member, refusal) = await members.ChangeRoleAsync(context.Caller(), id, role, context.RequestAborted);
        return member is null ? Problem(refusal) : Answers.Json(context, MemberResource.Of(member));
    }

    private static async Task<IResult> RemoveAsync(HttpContext context, string id, MemberService members)
    {
        var (_, refusal) = PrefixedId.IsValid(id, IdPrefix.Member)
            ? await members.RemoveAsync(context.Caller(), id, context.RequestAborted)
            : (null, MemberRefusal.NotFound);
        return refusal is null ? Results.NoContent() : Problem(refusal);
    }

    private static Problem Problem(MemberRefusal? refusal) => refusal switch
    {
        MemberRefusal.NotFound => new Problem(ProblemKind.NotFound, "There is no member of that id in your account."),
        MemberRefusal.TooStrong => new Problem(ProblemKind.Forbidden, "A key gives and takes only roles that may do no more than itself."),
        MemberRefusal.LastOwner => new Problem(ProblemKind.Conflict, "An account keeps at least one owner: make somebody else one first."),
        MemberRefusal.TooMany => new Problem(ProblemKind.LimitReached, $"An account has at most {MemberService.Most} members and open invitations."),
        _ => new Problem(ProblemKind.SignUpClosed, "This service sends no mail, so nobody can be invited."),
    };
}
