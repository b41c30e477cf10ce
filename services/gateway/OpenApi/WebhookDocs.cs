using KreaPlatform.Gateway.Problems;
using KreaPlatform.Gateway.Webhooks.Delivery;
using KreaPlatform.Gateway.Webhooks.Events;
using KreaPlatform.Gateway.Webhooks.Rest;
using Microsoft.OpenApi;
using static KreaPlatform.Gateway.OpenApi.DocParts;
using static KreaPlatform.Gateway.OpenApi.Schemas;

namespace KreaPlatform.Gateway.OpenApi;

/// <summary>What the description says about the operations on webhooks.</summary>
internal static class WebhookDocs
{
    private static readonly ParameterDoc Id = Path("id", "The webhook.", "`whk_…`");
    private static readonly ParameterDoc Delivery = Path("delivery", "The delivery.", "`msg_…`");
    private static readonly AnswerDoc Invalid =
        Problem(ProblemKind.InvalidRequest, FieldError.At("/url", FieldErrorCode.UrlRefused, "must be an https URL"));

    public static IReadOnlyDictionary<string, OperationDoc> All { get; } = new Dictionary<string, OperationDoc>
    {
        ["createWebhook"] = new("Register a webhook",
            "Events are posted to the URL as `{type, timestamp, sequence, data}`, signed by Standard Webhooks 1.0.0 with the `secret` of this answer, which is not shown again. "
            + "Any 2xx within 15 seconds is success; everything else is tried again eight times within 28 hours, under the same `webhook-id`.")
        {
            Bodies = [BodyDoc.Json("WebhookBody", () => Endpoint(["url"]), WebhookExamples.Body)],
            Answers = [Json<WebhookResource>(201, "Registered.", WebhookExamples.Created), .. Unreadable, Invalid, Problem(ProblemKind.LimitReached)],
        },
        ["listWebhooks"] = new("List webhooks", "Oldest first; those of kind `generation` are hosts that generations named in their `webhook`.")
        {
            Answers = [Json<WebhookList>(200, "All of them.", WebhookExamples.All)],
        },
        ["readWebhook"] = new("Read a webhook", "What it gets and how it fares.")
        {
            Parameters = [Id], Answers = [Json<WebhookResource>(200, "The webhook.", WebhookExamples.One), NotFound],
        },
        ["updateWebhook"] = new("Change a webhook",
            "What is not named stays as it is. A webhook that is disabled gets nothing; what happens meanwhile stands in its log as `skipped` and can be replayed later.")
        {
            Parameters = [Id], Bodies = [BodyDoc.Json("WebhookChange", () => Endpoint([]), WebhookExamples.Change)],
            Answers = [Json<WebhookResource>(200, "Changed.", WebhookExamples.One), NotFound, .. Unreadable, Invalid],
        },
        ["deleteWebhook"] = new("Delete a webhook", "With its log; what waits for it is not sent any more.")
        {
            Parameters = [Id], Answers = [new AnswerDoc(204, "Deleted."), NotFound],
        },
        ["rotateWebhookSecret"] = new("Rotate a webhook's secret",
            "The answer has the new secret, which is not shown again. Until the overlap is over, deliveries have two signatures, so that receivers can change over at any moment.")
        {
            Parameters = [Id],
            Bodies =
            [
                BodyDoc.Json("WebhookRotation", () => Object("How to rotate.", [],
                    ("overlap_seconds", Integer("Seconds for which the old secret signs too.", 0, (long)WebhookRules.LongestOverlap.TotalSeconds, (long)WebhookRules.DefaultOverlap.TotalSeconds))),
                    WebhookExamples.Rotation) with { Required = false },
            ],
            Answers = [Json<WebhookResource>(200, "Rotated.", WebhookExamples.Rotated), NotFound, .. Unreadable, Problem(ProblemKind.InvalidRequest)],
        },
        ["testWebhook"] = new("Send a test event", $"Posts a signed `{WebhookEventType.Test}` to the URL, whatever the filter says and even while the webhook is disabled; its delivery tells how that went.")
        {
            Parameters = [Id], Answers = [Json<DeliveryResource>(202, "Under way.", WebhookExamples.WaitingDelivery), NotFound],
        },
        ["listWebhookDeliveries"] = new("Read the delivery log", "Newest first: every event with its attempts, what was answered, how long that took, and when the next attempt is due.")
        {
            Parameters =
            [
                Id, .. PageParameters,
                Query("status", "Only those in this state.", Choice("", null, Enum.GetValues<DeliveryStatus>().Select(DeliveryResource.NameOf))),
                Query("subject", "Only those about this, for instance a generation's id.", Text("")),
            ],
            Answers =
            [
                Json<DeliveryPage>(200, "A page.", WebhookExamples.Log), NotFound, InvalidLimit,
            ],
        },
        ["readWebhookDelivery"] = new("Read a delivery", "One entry of the log.")
        {
            Parameters = [Id, Delivery], Answers = [Json<DeliveryResource>(200, "The delivery.", WebhookExamples.OneDelivery), NotFound],
        },
        ["replayWebhookDelivery"] = new("Replay a delivery", "Sends it again at once, under the same `webhook-id`, whatever became of it; one that waits is brought forward.")
        {
            Parameters = [Id, Delivery],
            Answers = [Json<DeliveryResource>(202, "Under way.", WebhookExamples.WaitingDelivery), NotFound, Problem(ProblemKind.WebhookDisabled)],
        },
        ["replayWebhookDeliveries"] = new("Replay a time range", "Sends everything of the range again that did not arrive, or whatever is in the states named; for the time after an outage on your side.")
        {
            Parameters = [Id],
            Bodies =
            [
                BodyDoc.Json("WebhookReplay", () => Object("Which deliveries.", ["from"],
                    ("from", Time("Events at or after this time.")), ("to", Time("Events before this time; now when not given.")),
                    ("status", List("States of the deliveries; those that did not arrive when not given.", 1, 3, Choice("", null, "failed", "skipped", "delivered")))), WebhookExamples.Range),
            ],
            Answers = [Json<ReplayResource>(202, "Under way.", WebhookExamples.Replayed), NotFound, .. Unreadable, Problem(ProblemKind.InvalidRequest), Problem(ProblemKind.WebhookDisabled)],
        },
    };

    private static OpenApiSchema Endpoint(string[] required) => Object("A webhook.", required,
        ("url", Text("Where events are posted: https, on the public internet.", most: 2048)),
        ("events", List($"Types of events; `{WebhookEventType.Every}` for all, those of later versions included.", 1, WebhookEventType.All.Count + 1, Choice("", null, WebhookEventType.All.Prepend(WebhookEventType.Every)))),
        ("description", Text("Your own words; an empty text removes them.", most: WebhookRules.DescriptionCharacters)),
        ("enabled", Flag("Whether it gets anything.", true)));
}
