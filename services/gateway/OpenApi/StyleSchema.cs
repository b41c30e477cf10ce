using KreaPlatform.Contracts.Generation;
using KreaPlatform.Gateway.Requests;
using Microsoft.OpenApi;
using static KreaPlatform.Gateway.OpenApi.Schemas;

namespace KreaPlatform.Gateway.OpenApi;

/// <summary>The part of the request's schema that is about style and about what images start from.</summary>
internal static class StyleSchema
{
    private const string AnImage = "An asset's id, an https URL, a data URI, or an image of a generation of yours as `gen_…/images/0`.";

    public static IEnumerable<(string Name, OpenApiSchema Schema)> Members { get; } =
    [
        ("references", List("Style references, each with an influence of its own. The receipt says what each did. The model may take fewer.", 0, RequestLimits.References,
            Object("A style reference.", ["image"],
                ("image", Text(AnImage)),
                ("influence", Decimal("How strongly it pulls: 0 does exactly nothing, below it pushes away.", -RequestLimits.Influence, RequestLimits.Influence,
                    RequestLimits.DefaultInfluence))))),
        ("styles", List("Named styles; see `/v1/styles`.", 0, RequestLimits.Styles,
            Object("A named style.", ["id"],
                ("id", Text("The style, `sty_…`.")),
                ("strength", Decimal("How strongly it pulls: 0 does exactly nothing, below it pushes away.", -RequestLimits.Influence, RequestLimits.Influence,
                    RequestLimits.DefaultInfluence))))),
        ("moodboards", List("Moodboards, each one aesthetic: a board by its id, or images that are one for this generation only.", 0, RequestLimits.Moodboards,
            Object("A moodboard: `id` or `images`.", [],
                ("id", Text("The board, `brd_…`.")),
                ("images", List("The images of a board that exists only here.", 1, RequestLimits.BoardImages,
                    Object("An image of the board.", ["image"],
                        ("image", Text(AnImage)),
                        ("weight", Decimal("Its share of the board, above 0; the shares need not sum to 1.", 0, RequestLimits.BoardWeight, 1))))),
                ("strength", Decimal("How strongly it pulls: 0 does exactly nothing, below it pushes away.", RequestLimits.LeastBoardStrength,
                    RequestLimits.BoardStrength, RequestLimits.DefaultBoardStrength))))),
        ("creativity", Choice("How far the prompt is expanded, differently for each image; `raw` leaves it byte for byte. The receipt has the prompt of each image.",
            CreativityLevels.Medium, CreativityLevels.All)),
        ("diversity", Decimal("Annealed noise on the prompt's context early on, so that images differ more; 0 is none.", 0, 1, 0)),
        ("intensity", Slider("From muted to vivid.")),
        ("complexity", Slider("From plain to busy.")),
        ("movement", Slider("From still to moving.")),
        ("image", Text("What the images start from. Any size: it is scaled until it covers theirs, and cropped about its centre. " + AnImage)),
        ("strength", Decimal($"How far to leave `image`: 0 returns it, 1 ignores it. Without it {RequestLimits.DefaultStrength.ToString(System.Globalization.CultureInfo.InvariantCulture)}, "
            + "or 1 with a mask.", 0, 1)),
        ("mask", Text("Where `image` may change: white repaints, black keeps; fitted like it. " + AnImage)),
        ("upscale", new OpenApiSchema
        {
            Type = JsonSchemaType.Integer, Format = "int32", Description = $"Enlargement after drawing. At most {RequestLimits.DeliveredPixels:N0} pixels are delivered.",
            Enum = [.. RequestLimits.Upscales.Select(f => (System.Text.Json.Nodes.JsonNode)f)], Default = 1,
        }),
    ];

    private static OpenApiSchema Slider(string description) =>
        Integer(description + " 0 does nothing; one that has nothing to work with is named in the receipt.", -RequestLimits.Slider, RequestLimits.Slider, 0);
}
