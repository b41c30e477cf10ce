namespace KreaPlatform.Gateway.Problems;

/// <summary>A kind of problem: what <c>type</c> in an RFC 9457 answer names. <see cref="All"/> is served as documentation under <c>/problems/{name}</c>.</summary>
/// <param name="Name">The last segment of <c>type</c>.</param>
/// <param name="Status">HTTP status.</param>
/// <param name="Title">The same for every occurrence.</param>
/// <param name="Meaning">What it means and what to do, for the page that <c>type</c> leads to.</param>
/// <param name="Registered">The type URI where the kind is registered elsewhere (IANA); null for our own.</param>
public sealed record ProblemKind(string Name, int Status, string Title, string Meaning, string? Registered = null)
{
    /// <summary>Fields of the body, valid as JSON, can't be accepted.</summary>
    public static ProblemKind InvalidRequest { get; } = new("invalid-request", 422, "The request has invalid fields",
        "Every entry of `errors` has a JSON pointer (RFC 6901) to a field, a stable code and a sentence. Nothing was enqueued: correct the fields and send it again.");

    /// <summary>The prompt asks for what is not made here.</summary>
    public static ProblemKind PromptRefused { get; } = new("prompt-refused", 422, "The prompt is not allowed",
        "The prompt filter refused it before anything was made; the entry of `errors` has a code for the reason (`prompt_sexual`, `prompt_violence`, …). Nothing was enqueued or charged. (An image that the filter refuses after it was made is an entry of `images` with the status `refused`.)");

    /// <summary>The body is not JSON.</summary>
    public static ProblemKind MalformedBody { get; } = new("malformed-body", 400, "The body is not valid JSON",
        "The body must be one JSON value in UTF-8. `detail` says where reading stopped.");

    /// <summary>A query parameter or header has a bad value.</summary>
    public static ProblemKind InvalidParameter { get; } = new("invalid-parameter", 400, "The request has invalid parameters",
        "Every entry of `errors` names a query parameter or header, with a stable code and a sentence.");

    /// <summary>No usable key.</summary>
    public static ProblemKind Unauthorized { get; } = new("unauthorized", 401, "A valid API key is needed",
        "Send the header `Authorization: Bearer KEY` with a key that is in force.");

    /// <summary>The balance does not cover the price.</summary>
    public static ProblemKind PaymentRequired { get; } = new("payment-required", 402, "The balance does not cover the price",
        "`payment` says what the request costs, what the account has and what is missing. Nothing was enqueued: top up, or wait for tomorrow's free images.");

    /// <summary>The key may not do this.</summary>
    public static ProblemKind Forbidden { get; } = new("forbidden", 403, "The key may not do this",
        "`detail` names the scope that it needs. Scopes are given when a key is made, and bounded by the role of the member whose key it is.");

    /// <summary>The account may do nothing for now.</summary>
    public static ProblemKind AccountSuspended { get; } = new("account-suspended", 403, "The account is suspended",
        "The operator has suspended the account. What was accepted before goes on; nothing is lost.");

    /// <summary>The plan does not have what is asked for.</summary>
    public static ProblemKind NotInPlan { get; } = new("not-in-plan", 403, "Your plan does not have this",
        "Every entry of `errors` names a field whose value is valid, but not on your plan; `GET /v1/account` shows what is. Nothing was enqueued.");

    /// <summary>Nobody may make an account by themselves.</summary>
    public static ProblemKind SignUpClosed { get; } = new("sign-up-closed", 403, "Accounts are not made this way here",
        "The operator has closed sign-up, or sends no mail. Ask for an account.");

    /// <summary>Nobody may pay in by themselves.</summary>
    public static ProblemKind TopUpClosed { get; } = new("top-up-closed", 403, "Money is not paid in this way here",
        "The operator takes no payments over the API. Ask for a credit.");

    /// <summary>A signed URL that this service did not make, or not like this.</summary>
    public static ProblemKind InvalidSignature { get; } = new("invalid-signature", 403, "The link is not valid",
        "Image links are signed as a whole: take them unchanged from the generation's `images[].url`.");

    /// <summary>A signed URL whose time is over.</summary>
    public static ProblemKind LinkExpired { get; } = new("link-expired", 403, "The link has expired",
        "Image links live until `url_expires_at`. Read the generation again for a fresh one.");

    /// <summary>Nothing there that the caller may see.</summary>
    public static ProblemKind NotFound { get; } = new("not-found", 404, "There is no such resource",
        "The path is unknown, or the thing it names does not exist or belongs to another account.");

    /// <summary>The path exists, the method does not.</summary>
    public static ProblemKind MethodNotAllowed { get; } = new("method-not-allowed", 405, "The method is not allowed here",
        "The `Allow` header names the methods that are.");

    /// <summary>The generation has ended already.</summary>
    public static ProblemKind AlreadyEnded { get; } = new("already-ended", 409, "The generation has already ended",
        "A generation that has completed, failed, been refused or been cancelled can't be cancelled any more.");

    /// <summary>The account has as many as it may.</summary>
    public static ProblemKind LimitReached { get; } = new("limit-reached", 409, "The account has as many of these as it may",
        "`detail` says how many. Delete one first.");

    /// <summary>The webhook gets nothing.</summary>
    public static ProblemKind WebhookDisabled { get; } = new("webhook-disabled", 409, "The webhook is disabled",
        "Enable it with `PATCH /v1/webhooks/{id}` and `{\"enabled\": true}`; then what it missed can be replayed.");

    /// <summary>There is no such image.</summary>
    public static ProblemKind NoImage { get; } = new("no-image", 409, "The generation has no such image to work with",
        "It has not ended yet, it ended without that image, or the filter refused the image.");

    /// <summary>The thing's state does not allow it.</summary>
    public static ProblemKind Conflict { get; } = new("conflict", 409, "It can't be done in the present state",
        "`detail` says what is in the way.");

    /// <summary>A request with the same key is being worked on.</summary>
    public static ProblemKind IdempotencyInFlight { get; } = new("idempotency-in-flight", 409, "A request with this Idempotency-Key is still being worked on",
        "Nothing was done twice. Send the same request again in a moment: it gets the first one's answer.");

    /// <summary>The key was used for another request.</summary>
    public static ProblemKind IdempotencyMismatch { get; } = new("idempotency-mismatch", 422, "The Idempotency-Key belongs to another request",
        "A key is remembered for 24 hours with the request that it came with: method, path and body. Use a new key for a new request.");

    /// <summary>The account may keep no more assets.</summary>
    public static ProblemKind AssetsFull { get; } = new("assets-full", 403, "Your plan has no room for more assets",
        "`detail` says how much your plan has room for. Delete assets that you no longer need, or change the plan.");

    /// <summary>A style uses the asset.</summary>
    public static ProblemKind AssetInUse { get; } = new("asset-in-use", 409, "A style uses the asset",
        "A style keeps the images that it is made of. `detail` names the styles: delete them first.");

    /// <summary>The image's bytes were removed.</summary>
    public static ProblemKind Gone { get; } = new("gone", 410, "The image has been deleted",
        "Its owner deleted it, or the operator's retention time has passed. The generation and its receipt remain.");

    /// <summary>A mailed link that works no more.</summary>
    public static ProblemKind LinkUsed { get; } = new("link-used", 410, "The link does not work",
        "A mailed link works once and for a time. Ask for another.");

    /// <summary>The model is no longer offered.</summary>
    public static ProblemKind ModelRetired { get; } = new("model-retired", 410, "The model has been retired",
        "Nothing is made with it any more; `detail` says since when, and what to ask for instead.");

    /// <summary>The body is too large.</summary>
    public static ProblemKind BodyTooLarge { get; } = new("body-too-large", 413, "The body is too large",
        "`detail` says how many bytes are allowed.");

    /// <summary>The body is not <c>application/json</c>.</summary>
    public static ProblemKind UnsupportedMediaType { get; } = new("unsupported-media-type", 415, "The body has the wrong media type",
        "Send JSON with the header `Content-Type: application/json`, in UTF-8 and without a content encoding.");

    /// <summary>The asked range lies outside the image.</summary>
    public static ProblemKind RangeNotSatisfiable { get; } = new("range-not-satisfiable", 416, "The range lies outside the image",
        "The `Content-Range` header says how long the image is.");

    /// <summary>More requests than the plan allows.</summary>
    public static ProblemKind TooManyRequests { get; } = new("quota-exceeded", 429, "Too many requests",
        "`violated-policies` names the limits of your plan that were reached, as in the header `RateLimit-Policy`; `Retry-After` says when the next request may come. Nothing was enqueued.",
        "https://iana.org/assignments/http-problem-types#quota-exceeded");

    /// <summary>Something broke on this side.</summary>
    public static ProblemKind Internal { get; } = new("internal", 500, "Something went wrong on our side",
        "It was logged under `request_id`. The request may be sent again.");

    /// <summary>Nothing is free to work on the request.</summary>
    public static ProblemKind Busy { get; } = new("busy", 503, "Everything is busy at the moment",
        "The request may be sent again in a moment; `Retry-After` says when.");

    /// <summary>The model can't be served at the moment.</summary>
    public static ProblemKind ModelUnavailable { get; } = new("model-unavailable", 503, "The model is not available",
        "The request is valid, but no worker can serve its model now; `detail` says why. Nothing was enqueued: try again later or with another model.");

    /// <summary>Every kind, by status.</summary>
    public static IReadOnlyList<ProblemKind> All { get; } =
    [
        InvalidParameter, MalformedBody, Unauthorized, PaymentRequired, Forbidden, AccountSuspended, NotInPlan, SignUpClosed, TopUpClosed, InvalidSignature,
        LinkExpired, AssetsFull, NotFound, MethodNotAllowed, AlreadyEnded, Conflict, NoImage, LimitReached, WebhookDisabled, IdempotencyInFlight,
        AssetInUse, Gone, ModelRetired, LinkUsed, BodyTooLarge, UnsupportedMediaType, RangeNotSatisfiable, InvalidRequest, PromptRefused,
        IdempotencyMismatch, TooManyRequests, Internal, Busy, ModelUnavailable,
    ];

    /// <summary>The URI reference of <c>type</c>: registered, or leading to this kind's page.</summary>
    public string Type => Registered ?? "/problems/" + Name;

    /// <summary>The kind that stands for a bare HTTP status, or null when the status is not an error known here.</summary>
    public static ProblemKind? OfStatus(int status) => status switch
    {
        400 => MalformedBody,
        403 => InvalidSignature,
        >= 500 => Internal,
        _ => All.FirstOrDefault(kind => kind.Status == status),
    };
}
