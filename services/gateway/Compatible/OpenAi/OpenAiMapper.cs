using System.Text.Json;
using KreaPlatform.Contracts.Generation;
using KreaPlatform.Gateway.Problems;
using KreaPlatform.Gateway.Requests;

namespace KreaPlatform.Gateway.Compatible.OpenAi;

/// <summary>From the body of an image call to a draft and the form of its answer. Pure; never throws on any JSON.</summary>
public static class OpenAiMapper
{
    /// <summary>Most images of one call.</summary>
    public const int MostImages = 10;
    /// <summary>How far an edit without a mask leaves its image when the caller does not say.</summary>
    public const double EditStrength = 0.75;
    /// <summary>The same with <c>input_fidelity: high</c>.</summary>
    public const double FaithfulEditStrength = 0.5;

    private const string Url = "url", Base64 = "b64_json", Auto = "auto", Low = "low", High = "high", Medium = "medium";

    /// <summary>1. Reads the fields. 2. Size. 3. Quality. 4. Form of the answer. 5. What changes nothing here. 6. Images of an edit.</summary>
    /// <param name="body">The body; a form has been turned into one.</param>
    /// <param name="edit">Whether it is an edit.</param>
    /// <param name="findModel">Finds a model by name, or the default one by null.</param>
    /// <param name="errors">Where errors go, under OpenAI's names.</param>
    public static OpenAiCall Read(JsonElement body, bool edit, Func<string?, ModelDescription?> findModel, ErrorList errors)
    {
        var read = new OpenAiBody();
        var draft = read.Request;
        if (body.ValueKind != JsonValueKind.Object)
        {
            JsonValues.WrongType(body, "", "an object", errors);
            return new OpenAiCall(draft, Medium, Url: false, Stream: false, 0, 0);
        }

        // 1.
        read.Given.UnionWith((edit ? OpenAiFields.Edit : OpenAiFields.Generation).Read(body, "", read, errors));
        draft.Given.UnionWith(read.Given.Intersect(Same));
        if (draft.N is < 1 or > MostImages) errors.Add("/n", FieldErrorCode.OutOfRange, $"must be an integer from 1 to {MostImages}");

        // 2.
        if (read.Size is { } size && size != ImageSize.Auto)
        {
            if (ImageSize.TryParse(size, out var pixels)) draft.Delivered = pixels;
            else errors.Add("/size", FieldErrorCode.UnknownValue, ImageSize.Rule);
        }

        // 3.
        var quality = Choose(read.Quality, "/quality", errors, Auto, Low, Medium, High, "standard", "hd") switch
        {
            Low => Low,
            High or "hd" => High,
            _ => Medium,
        };
        if (quality != Medium && !draft.Given.Contains("steps") && findModel(draft.Model) is { } model)
            draft.Steps = Math.Clamp(quality == Low ? model.DefaultSteps / 2 : model.DefaultSteps * 3 / 2, 1, RequestLimits.Steps);
        if (read.Style is not null && draft.Creativity is null)
            draft.Creativity = Choose(read.Style, "/style", errors, "vivid", "natural") == "natural" ? CreativityLevels.Low : CreativityLevels.High;

        // 4.
        var urlByDefault = draft.Model?.StartsWith("dall-e", StringComparison.Ordinal) == true;
        var url = Choose(read.ResponseFormat, "/response_format", errors, Base64, Url) is { } form ? form == Url : urlByDefault;
        var format = Choose(read.OutputFormat, "/output_format", errors, [.. OutputFormat.All]) ?? OutputFormat.Png;
        if (read.OutputCompression is < 0 or > 100) errors.Add("/output_compression", FieldErrorCode.OutOfRange, "must be an integer from 0 to 100");
        // 0 is the smallest file in OpenAI's scale, and 1 in this platform's.
        draft.Output = new OutputDraft { Format = format, Quality = Math.Clamp(read.OutputCompression ?? 100, 1, 100) };
        if (read.PartialImages is < 0 or > PartialImages.Most) errors.Add("/partial_images", FieldErrorCode.OutOfRange, $"must be an integer from 0 to {PartialImages.Most}");

        // 5.
        if (read.Background == "transparent") errors.Add("/background", FieldErrorCode.UnknownValue, "must be 'auto' or 'opaque': no model here draws transparency");
        else Choose(read.Background, "/background", errors, Auto, "opaque");
        Choose(read.Moderation, "/moderation", errors, Auto, Low);

        // 6.
        if (edit) Edit(read, errors);
        return new OpenAiCall(draft, quality, url, read.Stream, (int)Math.Clamp(read.PartialImages ?? 0, 0, PartialImages.Most), read.Images?.Count ?? 0);
    }

    /// <summary>The first image is where the edit starts from; the others lead its style.</summary>
    private static void Edit(OpenAiBody read, ErrorList errors)
    {
        var draft = read.Request;
        if (read.Images is not { Count: > 0 } images)
        {
            if (read.Images is not null || !read.Given.Contains("images")) errors.Add("/image", FieldErrorCode.Required, "is required: the image to edit");
            return;
        }
        for (var i = 0; i < images.Count; i++)
            if (images[i] is { } image) One(image, $"/images/{i}", errors);
        if (read.Mask is { } mask) One(mask, "/mask", errors);

        draft.Given.Add("image");
        draft.Image = images[0]?.Image;
        draft.Mask = read.Mask?.Image;
        if (read.Mask is not null) draft.Given.Add("mask");
        var fidelity = Choose(read.InputFidelity, "/input_fidelity", errors, Low, High);
        if (draft.Strength is null && read.Mask is null) draft.Strength = fidelity == High ? FaithfulEditStrength : EditStrength;
        if (draft.Strength is not null) draft.Given.Add("strength");
        if (images.Count == 1) return;
        draft.Given.Add("references");
        draft.References = [.. images.Skip(1).Select(image => image is null ? null : new ReferenceDraft { Image = image.Image, Given = { "image" } })];
    }

    private static void One(OpenAiInput image, string at, ErrorList errors)
    {
        if (image.ImageUrl is null == image.FileId is null && image.Given.Count != 1)
            errors.Add(at, FieldErrorCode.Conflict, "must have either image_url or file_id");
    }

    private static string? Choose(string? value, string pointer, ErrorList errors, params string[] known)
    {
        if (value is null || known.Contains(value)) return value;
        errors.Add(pointer, FieldErrorCode.UnknownValue, $"must be one of {string.Join(", ", known)}");
        return null;
    }

    private static readonly string[] Same =
        ["prompt", "model", "n", "user", "seed", "steps", "guidance", "negative_prompt", "creativity", "diversity", "strength"];
}
