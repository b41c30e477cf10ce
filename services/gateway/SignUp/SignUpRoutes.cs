using KreaPlatform.Gateway.Accounts;
using KreaPlatform.Gateway.Keys.Rest;
using KreaPlatform.Gateway.Problems;
using KreaPlatform.Gateway.Rest;
using Microsoft.Extensions.Options;

namespace KreaPlatform.Gateway.SignUp;

/// <summary>The routes by which people get an account: nobody has a key yet.</summary>
internal static class SignUpRoutes
{
    private const string NotValid = "It was used before, its time is over, or it was not copied whole. Ask for another.";
    private const string Elsewhere = "The address is a member of another account; an address belongs to one.";

    /// <summary>Maps the routes.</summary>
    public static void MapSignUp(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/v1/accounts").WithTags("Account");
        group.MapPost("", SignUpAsync).WithName("signUp");
        group.MapGet("confirm", (HttpContext context, string? token) => ConfirmationPage.Ask(context, token ?? "")).WithName("openSignUpLink");
        group.MapPost("confirm", FollowAsync).WithName("followSignUpLink");
    }

    private static async Task<IResult> SignUpAsync(HttpContext context, Invitations invitations, PublicUrls urls, IOptions<SignUpOptions> options)
    {
        if (!options.Value.Open || !invitations.Open) return new Problem(ProblemKind.SignUpClosed, "Ask whoever runs this service for an account.");
        var (body, errors, unreadable) = await Forms.ReadAsync(context, SignUpFields.SignUp);
        if (unreadable is not null) return unreadable;
        var email = EmailRules.Judge(body.Email, "/email", errors);
        if (!errors.IsEmpty) return Problem.InvalidFields(errors.Items);
        var network = Network.Of(context.Connection.RemoteIpAddress);
        if (!await invitations.SendAsync(email, null, Role.Owner, network, urls.Of(context.Request), context.RequestAborted))
        {
            context.Response.Headers.RetryAfter = ((long)options.Value.Window.TotalSeconds).ToString(System.Globalization.CultureInfo.InvariantCulture);
            return new Problem(ProblemKind.TooManyRequests, "Too many accounts were asked for from your network.") { ViolatedPolicies = ["sign-ups"] };
        }
        return Answers.Json(context, new SignUpResource("If the address exists, a mail with a link is on its way to it."), StatusCodes.Status202Accepted);
    }

    private static async Task<IResult> FollowAsync(HttpContext context, Invitations invitations)
    {
        var cancel = context.RequestAborted;
        if (context.Request.HasFormContentType)
        {
            if (context.Request.ContentLength is null or > Forms.MostBytes) return new Problem(ProblemKind.BodyTooLarge, $"At most {Forms.MostBytes:N0} bytes are allowed.");
            var followed = await invitations.FollowAsync((await context.Request.ReadFormAsync(cancel))["token"].ToString(), cancel);
            return Joined(followed) is { } joined
                ? ConfirmationPage.Show(context, joined)
                : ConfirmationPage.Refuse(context, StatusCodes.Status410Gone, followed.BelongsElsewhere ? Elsewhere : NotValid);
        }

        var (body, errors, unreadable) = await Forms.ReadAsync(context, SignUpFields.Follow);
        if (unreadable is not null) return unreadable;
        if (string.IsNullOrEmpty(body.Token)) errors.Add("/token", FieldErrorCode.Required, "is required: the token of the link");
        if (!errors.IsEmpty) return Problem.InvalidFields(errors.Items);
        var outcome = await invitations.FollowAsync(body.Token!, cancel);
        return Joined(outcome) is { } made
            ? Answers.Json(context, made, StatusCodes.Status201Created)
            : new Problem(ProblemKind.LinkUsed, outcome.BelongsElsewhere ? Elsewhere : NotValid);
    }

    private static JoinedResource? Joined(FollowOutcome outcome) => outcome is { Account: { } account, Key: { } key }
        ? new JoinedResource(account.Id, account.Name, account.Plan, KeyResource.Of(key))
        : null;
}
