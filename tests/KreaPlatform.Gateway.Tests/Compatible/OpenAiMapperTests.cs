using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using KreaPlatform.Contracts.Generation;
using KreaPlatform.Gateway.Compatible.OpenAi;
using KreaPlatform.Gateway.Requests;

namespace KreaPlatform.Gateway.Tests.Compatible;

public sealed class OpenAiMapperTests
{
    private static readonly ModelDescription Model = new() { Id = "krea-2-nano", Family = "krea-2", Bundle = "b", Available = true, DefaultSteps = 20 };

    [Fact]
    public void Every_field_of_a_generation_finds_its_place()
    {
        var (call, errors) = Read("""
            {"prompt":"a cat","model":"gpt-image-1","n":3,"size":"1536x1024","quality":"high","output_format":"webp","output_compression":60,"background":"opaque",
             "moderation":"low","stream":true,"partial_images":2,"user":"u1","seed":7}
            """);
        Assert.Empty(errors);
        Assert.Equal(("a cat", "gpt-image-1", 3L, 7L, "u1"), (call.Draft.Prompt, call.Draft.Model, call.Draft.N, call.Draft.Seed, call.Draft.User));
        Assert.Equal((1536, 1024), call.Draft.Delivered);
        Assert.Equal(30, call.Draft.Steps);
        Assert.Equal(("webp", 60L), (call.Draft.Output!.Format, call.Draft.Output.Quality));
        Assert.Equal(new OpenAiCall(call.Draft, "high", Url: false, Stream: true, Partials: 2, Inputs: 0), call);
    }

    [Theory]
    [InlineData("""{"prompt":"a"}""", false)]
    [InlineData("""{"prompt":"a","model":"gpt-image-1"}""", false)]
    [InlineData("""{"prompt":"a","model":"dall-e-3"}""", true)]
    [InlineData("""{"prompt":"a","model":"dall-e-3","response_format":"b64_json"}""", false)]
    [InlineData("""{"prompt":"a","model":"gpt-image-1","response_format":"url"}""", true)]
    public void Files_are_sent_along_unless_links_are_wanted_or_usual(string json, bool url) => Assert.Equal(url, Read(json).Call.Url);

    [Theory]
    [InlineData("low", 10)]
    [InlineData("auto", null)]
    [InlineData("standard", null)]
    [InlineData("hd", 30)]
    public void Quality_is_a_matter_of_steps(string quality, int? steps) => Assert.Equal(steps, Read($$"""{"prompt":"a","quality":"{{quality}}"}""").Call.Draft.Steps);

    [Fact]
    public void An_edit_starts_from_the_first_image_and_is_led_by_the_others()
    {
        var (call, errors) = Read("""{"prompt":"a cat","images":[{"image_url":"https://example.com/a.png"},{"file_id":"ast_1"}],"input_fidelity":"high"}""", edit: true);
        Assert.Empty(errors);
        Assert.Equal(("https://example.com/a.png", OpenAiMapper.FaithfulEditStrength, null), (call.Draft.Image, call.Draft.Strength, call.Draft.Mask));
        Assert.Equal("ast_1", call.Draft.References!.Single()!.Image);
        Assert.Equal(2, call.Inputs);
    }

    [Fact]
    public void A_mask_leaves_the_strength_to_the_platform()
    {
        var (call, errors) = Read("""{"prompt":"a cat","images":[{"file_id":"ast_1"}],"mask":{"file_id":"ast_2"}}""", edit: true);
        Assert.Empty(errors);
        Assert.Equal(("ast_1", null, "ast_2"), (call.Draft.Image, call.Draft.Strength, call.Draft.Mask));
    }

    [Theory]
    [InlineData("""{"prompt":"a","size":"1000x200"}""", "/size unknown_value")]
    [InlineData("""{"prompt":"a","size":"4096x4096"}""", "/size unknown_value")]
    [InlineData("""{"prompt":"a","size":"big"}""", "/size unknown_value")]
    [InlineData("""{"prompt":"a","n":11}""", "/n out_of_range")]
    [InlineData("""{"prompt":"a","quality":"ultra"}""", "/quality unknown_value")]
    [InlineData("""{"prompt":"a","background":"transparent"}""", "/background unknown_value")]
    [InlineData("""{"prompt":"a","response_format":"xml"}""", "/response_format unknown_value")]
    [InlineData("""{"prompt":"a","output_compression":101}""", "/output_compression out_of_range")]
    [InlineData("""{"prompt":"a","partial_images":4}""", "/partial_images out_of_range")]
    [InlineData("""{"prompt":"a","width":128}""", "/width unknown_field")]
    [InlineData("[]", " wrong_type")]
    public void What_can_t_be_done_is_said_under_OpenAI_s_names(string json, string error) => Assert.Equal([error], Read(json).Errors);

    [Theory]
    [InlineData("""{"prompt":"a"}""", "/image required")]
    [InlineData("""{"prompt":"a","images":[]}""", "/image required")]
    [InlineData("""{"prompt":"a","images":[{}]}""", "/images/0 conflict")]
    [InlineData("""{"prompt":"a","images":[{"image_url":"https://a","file_id":"b"}]}""", "/images/0 conflict")]
    public void An_edit_needs_an_image(string json, string error) => Assert.Equal([error], Read(json, edit: true).Errors);

    [Property(MaxTest = 1000)]
    public Property Any_object_becomes_a_call_and_is_never_thrown_at(bool edit) => Prop.ForAll(Bodies.Of(OpenAiFields.Edit.Names), json =>
    {
        var call = Read(json, edit).Call;
        Assert.InRange(call.Partials, 0, 3);
        Assert.Contains(call.Quality, (string[])["low", "medium", "high"]);
        Assert.InRange(call.Draft.Output?.Quality ?? 1, 1, 100);
    });

    private static (OpenAiCall Call, List<string> Errors) Read(string json, bool edit = false)
    {
        using var document = JsonDocument.Parse(json);
        var errors = new ErrorList();
        return (OpenAiMapper.Read(document.RootElement, edit, _ => Model, errors), [.. errors.Items.Select(e => $"{e.Pointer} {e.Code}")]);
    }
}
