using KreaPlatform.Contracts.Generation;
using KreaPlatform.Gateway.Requests;
using KreaPlatform.Gateway.Webhooks.Signing;
using Microsoft.OpenApi;
using static KreaPlatform.Gateway.OpenApi.Schemas;

namespace KreaPlatform.Gateway.OpenApi;

/// <summary>The schema of what <see cref="RequestFields"/> reads.</summary>
internal static class RequestSchema
{
    public const string Name = "GenerationBody";

    public static OpenApiSchema Create() => Object("A generation to be made. `null` means not given; unknown fields are refused.", ["prompt"],
    [
        ("model", Text("A model's id; see `/v1/models`. Without it the default model is taken.")),
        ("prompt", Text("What to draw. Counted in Unicode code points; of the control characters only tab and newline are allowed, "
            + "and the model's special tokens are not. What is longer than the model's own limit of tokens is cut, and the receipt says so.",
            1, RequestLimits.PromptCharacters)),
        ("negative_prompt", Text("What to stay away from; has an effect only when guidance is above 0.", most: RequestLimits.PromptCharacters)),
        ("n", Integer("Number of images. Each has a seed of its own.", 1, RequestLimits.Images, 1)),
        ("width", Integer("Pixels, within the model's limits; together with height.", RequestLimits.SideMultiple, 16384, multiple: RequestLimits.SideMultiple)),
        ("height", Integer("Pixels, within the model's limits; together with width.", RequestLimits.SideMultiple, 16384, multiple: RequestLimits.SideMultiple)),
        ("aspect_ratio", Text("For instance `16:9`, instead of width and height; `/v1/models` has the ratios. Images are drawn at the nearest size and cropped exactly.")),
        ("seed", Integer("Seed of the first image; image i has seed + i. Without it one is drawn at random and told.", 0, RequestLimits.Seed)),
        ("steps", Integer("Denoising steps; the model's own number by default.", 1, RequestLimits.Steps)),
        ("guidance", Decimal("How strongly the prompt pulls, in the Krea convention (0 is none); the model's own by default.", 0, RequestLimits.Guidance)),
        .. StyleSchema.Members,
        ("output", Object("How finished images are encoded.", [],
            ("format", Choice("File format.", OutputFormat.Png, OutputFormat.All)),
            ("quality", Integer("For jpeg and webp.", 1, 100, RequestLimits.DefaultQuality)))),
        ("user", Text("Your own end user; lists can be narrowed to it.", 1, RequestLimits.UserCharacters)),
        ("metadata", Pairs($"Your own pairs, kept with the generation. Names have at most {RequestLimits.MetadataNameCharacters} characters.",
            RequestLimits.MetadataPairs, Text("A value.", most: RequestLimits.MetadataValueCharacters))),
        ("webhook", Object("Where the end is told, beside your account's webhooks; answers and events show the URL, never the secret.", ["url"],
            ("url", Text("https, on the public internet.", most: 2048)),
            ("secret", Text($"Signs it: `{WebhookSecret.Prefix}` and the base64 of {WebhookSecret.LeastBytes} to {WebhookSecret.MostBytes} bytes. Without it, the secret of the host's webhook in `/v1/webhooks` does.")))),
        ("deadline_seconds", Integer("Seconds after which the generation fails if it has not ended; your plan has the default and the upper bound.", 1, int.MaxValue)),
        ("reproducible", Flag("Keeps the generation out of batches with others, so that the same request gives the same pixels again on the same machine.", false)),
    ]);
}
