using System.ClientModel;
using System.ClientModel.Primitives;
using System.Net.ServerSentEvents;
using System.Text.Json;
using KreaPlatform.EndToEnd.Tests.Platform;
using OpenAI;
using OpenAI.Images;
using OpenAI.Models;

namespace KreaPlatform.EndToEnd.Tests.Clients;

/// <summary>OpenAI's own .NET client.</summary>
public sealed class OpenAiDotNetTests(ServingPlatform platform) : IClassFixture<ServingPlatform>
{
    private ApiKeyCredential Key { get; } = new(ServingPlatform.Key);
    private OpenAIClientOptions Options => new() { Endpoint = new Uri(platform.Http.BaseAddress!, "v1") };
    private ImageClient Images => new("gpt-image-1", Key, Options);

    [Fact]
    public async Task Images_come_from_a_prompt()
    {
        GeneratedImageCollection images = await Images.GenerateImagesAsync("a fox wearing a top hat", 2, new ImageGenerationOptions { Size = new GeneratedImageSize(512, 512) });
        Assert.Equal(2, images.Count);
        Assert.All(images, image => Assert.Equal((512, 512), Calls.PngSize(image.ImageBytes.ToArray())));
        Assert.Equal(images.Usage.TotalTokenCount, images.Usage.InputTokenCount + images.Usage.OutputTokenCount);
    }

    [Fact]
    public async Task An_image_is_edited_under_a_mask()
    {
        GeneratedImage source = await Images.GenerateImageAsync("a dog on a beach");
        GeneratedImage edited = await Images.GenerateImageEditAsync(source.ImageBytes.ToStream(), "dog.png", "a dog in the snow",
            BinaryData.FromBytes(Convert.FromBase64String(ClientsPlatform.HalfMask)).ToStream(), "mask.png");
        Assert.Equal((128, 128), Calls.PngSize(edited.ImageBytes.ToArray()));
        Assert.NotEqual(source.ImageBytes.ToArray(), edited.ImageBytes.ToArray());
    }

    [Fact]
    public async Task A_stream_ends_with_the_image()
    {
        using var body = BinaryContent.Create(BinaryData.FromObjectAsJson(new { model = "gpt-image-1", prompt = "a horse in the desert", stream = true, partial_images = 1 }));
        var answer = await Images.GenerateImagesAsync(body, new RequestOptions { BufferResponse = false });
        var types = new List<string>();
        await foreach (var item in SseParser.Create(answer.GetRawResponse().ContentStream!).EnumerateAsync())
        {
            types.Add(item.EventType);
            Assert.Equal((128, 128), Calls.PngSize(JsonDocument.Parse(item.Data).RootElement.GetProperty("b64_json").GetBytesFromBase64()));
        }
        Assert.Equal("image_generation.completed", types[^1]);
        Assert.All(types.SkipLast(1), type => Assert.Equal("image_generation.partial_image", type));
    }

    [Fact]
    public async Task The_models_are_listed()
    {
        OpenAIModelCollection models = await new OpenAIModelClient(Key, Options).GetModelsAsync();
        Assert.Contains("gpt-image-1", models.Select(m => m.Id));
    }

    [Fact]
    public async Task An_error_is_the_client_s_own_with_the_reason()
    {
        var error = await Assert.ThrowsAsync<ClientResultException>(() => new ImageClient("gpt-5", Key, Options).GenerateImageAsync("a cat"));
        Assert.Equal(404, error.Status);
        Assert.Contains("model_not_found", error.Message);
    }
}
