using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using KreaPlatform.Gateway.Assets;
using KreaPlatform.Gateway.Problems;
using KreaPlatform.Gateway.Requests;
using KreaPlatform.Gateway.Rest;
using KreaPlatform.ServiceDefaults.Fetching;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;

namespace KreaPlatform.Gateway.Compatible.OpenAi;

/// <summary>Turns the form of an edit into the JSON that says the same: its files become assets, its texts numbers and flags where the fields are such.</summary>
internal sealed class OpenAiForms(AssetService assets, IOptions<OpenAiOptions> options)
{
    private const int MostImages = 16;
    private static readonly string[] Numbers = ["n", "output_compression", "partial_images", "seed", "steps", "guidance", "diversity", "strength"];
    private static readonly string[] Flags = ["stream"];

    /// <summary>Reads the whole form; exactly one of the results is null. What is wrong with a file is added to the errors.</summary>
    public async Task<(JsonDocument? Document, Problem? Problem)> ReadAsync(HttpContext context, ErrorList errors)
    {
        var cancel = context.RequestAborted;
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size) size.MaxRequestBodySize = options.Value.MaxBodyBytes;
        IFormCollection form;
        try
        {
            form = await context.Request.ReadFormAsync(new FormOptions { MultipartBodyLengthLimit = options.Value.MaxBodyBytes }, cancel);
        }
        catch (InvalidDataException e)
        {
            return (null, new Problem(ProblemKind.MalformedBody, $"The form can't be read: {e.Message}"));
        }
        catch (BadHttpRequestException e) when (e.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return (null, new Problem(ProblemKind.BodyTooLarge, $"At most {options.Value.MaxBodyBytes:N0} bytes are allowed."));
        }

        // 1. Texts.
        var body = new JsonObject();
        foreach (var (name, values) in form)
        {
            if (values.Count != 1) errors.Add(JsonPointer.Child("", name), FieldErrorCode.DuplicateField, "is given more than once");
            body[name] = Value(name, values[0] ?? "");
        }

        // 2. Files.
        var images = new JsonArray();
        foreach (var file in form.Files)
        {
            var name = file.Name.Split('[')[0];
            if (name is not ("image" or "mask"))
            {
                errors.Add(JsonPointer.Child("", file.Name), FieldErrorCode.UnknownField, "is not a file here; known are image, image[] and mask");
                continue;
            }
            using var bytes = new MemoryStream((int)file.Length);
            await file.CopyToAsync(bytes, cancel);
            var reference = new JsonObject { ["file_id"] = await KeepAsync(context, bytes.GetBuffer().AsMemory(0, (int)bytes.Length), name, errors) };
            if (name == "mask") body["mask"] = reference;
            else images.Add((JsonNode)reference);
        }
        if (images.Count > MostImages) errors.Add("/image", FieldErrorCode.TooMany, $"are {images.Count}; at most {MostImages} are allowed");
        if (images.Count > 0) body["images"] = images;
        return (JsonSerializer.SerializeToDocument(body), null);
    }

    /// <summary>Turns a mask that came along as a data URI around, as <see cref="AlphaMask"/> says. One that is somewhere else must be white where it repaints.</summary>
    public static async Task TurnMaskAsync(RequestDraft draft, CancellationToken cancel)
    {
        if (draft.Mask is { } uri && DataUri.Is(uri) && DataUri.TryRead(uri, out var file) && await AlphaMask.OfAsync(file, cancel) is { } mask)
            draft.Mask = "data:image/png;base64," + Convert.ToBase64String(mask);
    }

    private async Task<string?> KeepAsync(HttpContext context, ReadOnlyMemory<byte> file, string name, ErrorList errors)
    {
        if (name == "mask" && await AlphaMask.OfAsync(file, context.RequestAborted) is { } mask) file = mask;
        var kept = await assets.UploadAsync(context.Caller(), file, context.RequestAborted);
        if (kept.Error is { } error) errors.Add("/" + name, error.Code, error.Detail);
        return kept.Asset?.Id;
    }

    private static JsonNode Value(string name, string text)
    {
        if (Numbers.Contains(name) && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)) return number;
        if (Flags.Contains(name) && bool.TryParse(text, out var flag)) return flag;
        return text;
    }
}
