using static KreaPlatform.Gateway.Requests.JsonValues;

namespace KreaPlatform.Gateway.Requests;

/// <summary>The fields of the body of <c>POST /v1/generations</c>. A new field is a line here, a rule in <see cref="RequestRules"/> and a member of the request.</summary>
public static class RequestFields
{
    /// <summary>Fields of <c>output</c>.</summary>
    public static FieldTable<OutputDraft> Output { get; } = new(
        Text<OutputDraft>("format", (o, v) => o.Format = v, "output_format", "type", "mime_type"),
        Integer<OutputDraft>("quality", (o, v) => o.Quality = v, "output_quality", "compression"));

    /// <summary>Fields of an element of <c>references</c>.</summary>
    public static FieldTable<ReferenceDraft> Reference { get; } = new(
        Text<ReferenceDraft>("image", (r, v) => r.Image = v, "url", "image_url", "id", "asset"),
        Number<ReferenceDraft>("influence", (r, v) => r.Influence = v, "strength", "weight", "scale"));

    /// <summary>Fields of an element of <c>styles</c>.</summary>
    public static FieldTable<NamedStyleDraft> Style { get; } = new(
        Text<NamedStyleDraft>("id", (s, v) => s.Id = v, "style", "style_id", "name"),
        Number<NamedStyleDraft>("strength", (s, v) => s.Strength = v, "influence", "weight", "scale"));

    /// <summary>Fields of an element of <c>moodboards[].images</c>.</summary>
    public static FieldTable<BoardImageDraft> BoardImage { get; } = new(
        Text<BoardImageDraft>("image", (i, v) => i.Image = v, "url", "image_url", "id", "asset"),
        Number<BoardImageDraft>("weight", (i, v) => i.Weight = v, "mass", "share"));

    /// <summary>Fields of an element of <c>moodboards</c>.</summary>
    public static FieldTable<MoodboardDraft> Moodboard { get; } = new(
        Text<MoodboardDraft>("id", (m, v) => m.Id = v, "moodboard", "moodboard_id", "board"),
        List<MoodboardDraft, BoardImageDraft>("images", BoardImage, (m, v) => m.Images = v, "items", "urls"),
        Number<MoodboardDraft>("strength", (m, v) => m.Strength = v, "influence", "weight", "scale"));

    /// <summary>Fields of <c>webhook</c>.</summary>
    public static FieldTable<JobWebhookDraft> Webhook { get; } = new(
        Text<JobWebhookDraft>("url", (w, v) => w.Url = v, "endpoint", "target"),
        Text<JobWebhookDraft>("secret", (w, v) => w.Secret = v, "signing_secret", "key"));

    /// <summary>Fields of the body.</summary>
    public static FieldTable<RequestDraft> All { get; } = new(
        Text<RequestDraft>("model", (d, v) => d.Model = v, "model_id", "checkpoint"),
        Text<RequestDraft>("prompt", (d, v) => d.Prompt = v, "text", "caption", "description"),
        Text<RequestDraft>("negative_prompt", (d, v) => d.NegativePrompt = v, "uncond"),
        Integer<RequestDraft>("n", (d, v) => d.N = v, "num_images", "num_outputs", "batch_size", "count", "samples"),
        Integer<RequestDraft>("width", (d, v) => d.Width = v, "image_width"),
        Integer<RequestDraft>("height", (d, v) => d.Height = v, "image_height"),
        Text<RequestDraft>("aspect_ratio", (d, v) => d.AspectRatio = v, "ratio", "size", "image_size"),
        Integer<RequestDraft>("seed", (d, v) => d.Seed = v, "random_seed", "noise_seed"),
        Integer<RequestDraft>("steps", (d, v) => d.Steps = v, "num_inference_steps", "inference_steps", "num_steps"),
        Number<RequestDraft>("guidance", (d, v) => d.Guidance = v, "guidance_scale", "cfg", "cfg_scale"),
        List<RequestDraft, ReferenceDraft>("references", Reference, (d, v) => d.References = v, "image_style_references", "style_references", "reference_images"),
        List<RequestDraft, NamedStyleDraft>("styles", Style, (d, v) => d.Styles = v, "loras", "style"),
        List<RequestDraft, MoodboardDraft>("moodboards", Moodboard, (d, v) => d.Moodboards = v, "moodboard", "boards"),
        Text<RequestDraft>("creativity", (d, v) => d.Creativity = v, "prompt_upsampling", "prompt_expansion", "enhance_prompt"),
        Number<RequestDraft>("diversity", (d, v) => d.Diversity = v, "variation", "chaos", "variety"),
        Integer<RequestDraft>("intensity", (d, v) => d.Intensity = v, "vividness"),
        Integer<RequestDraft>("complexity", (d, v) => d.Complexity = v, "detail"),
        Integer<RequestDraft>("movement", (d, v) => d.Movement = v, "motion"),
        Text<RequestDraft>("image", (d, v) => d.Image = v, "init_image", "image_url", "input_image", "source_image"),
        Number<RequestDraft>("strength", (d, v) => d.Strength = v, "denoising_strength", "image_strength", "prompt_strength"),
        Text<RequestDraft>("mask", (d, v) => d.Mask = v, "mask_image", "mask_url"),
        Integer<RequestDraft>("upscale", (d, v) => d.Upscale = v, "upscale_factor", "resolution"),
        Object<RequestDraft, OutputDraft>("output", Output, (d, v) => d.Output = v, "output_format", "response_format", "format"),
        Text<RequestDraft>("user", (d, v) => d.User = v, "user_id", "end_user"),
        Pairs<RequestDraft>("metadata", (d, v) => d.Metadata = v, "meta", "labels", "tags"),
        Object<RequestDraft, JobWebhookDraft>("webhook", Webhook, (d, v) => d.Webhook = v, "webhook_url", "callback", "callback_url"),
        Integer<RequestDraft>("deadline_seconds", (d, v) => d.DeadlineSeconds = v, "deadline", "timeout", "timeout_seconds"),
        Flag<RequestDraft>("reproducible", (d, v) => d.Reproducible = v, "deterministic"));
}
