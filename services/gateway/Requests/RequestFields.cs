using static KreaPlatform.Gateway.Requests.JsonValues;

namespace KreaPlatform.Gateway.Requests;

/// <summary>The fields of the body of <c>POST /v1/generations</c>. A new field is a line here, a rule in <see cref="RequestRules"/> and a member of the request.</summary>
public static class RequestFields
{
    /// <summary>Fields of <c>output</c>.</summary>
    public static FieldTable<OutputDraft> Output { get; } = new(
        Text<OutputDraft>("format", (o, v) => o.Format = v, "output_format", "type", "mime_type"),
        Integer<OutputDraft>("quality", (o, v) => o.Quality = v, "output_quality", "compression"));

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
        Object<RequestDraft, OutputDraft>("output", Output, (d, v) => d.Output = v, "output_format", "response_format", "format"),
        Text<RequestDraft>("user", (d, v) => d.User = v, "user_id", "end_user"),
        Pairs<RequestDraft>("metadata", (d, v) => d.Metadata = v, "meta", "labels", "tags"),
        Integer<RequestDraft>("deadline_seconds", (d, v) => d.DeadlineSeconds = v, "deadline", "timeout", "timeout_seconds"),
        Flag<RequestDraft>("reproducible", (d, v) => d.Reproducible = v, "deterministic"));
}
