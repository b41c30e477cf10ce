using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using KreaPlatform.Contracts.Ids;
using KreaPlatform.Gateway.Compatible.Krea;
using KreaPlatform.Gateway.Requests;

namespace KreaPlatform.Gateway.Tests.Compatible;

public sealed class KreaMapperTests
{
    private const string Tier = "krea/krea-2/medium";

    [Fact]
    public void Every_field_finds_its_place()
    {
        var (draft, errors) = Read("""
            {"prompt":"a polar bear","aspect_ratio":"4:3","resolution":"1K","creativity":"medium","seed":7,"intensity":-5,"complexity":10,"movement":0,
             "image_style_references":[{"url":"https://example.com/a.png","strength":-1.5},{"url":"https://example.com/b.png"}],
             "moodboards":[{"id":"1e51738c-7413-469e-93b6-ad50db460a1f","strength":1.2}],"styles":[{"id":"1e51738c-7413-469e-93b6-ad50db460a1f","strength":0.8}],
             "image_url":"https://example.com/c.png","strength":0.4}
            """);
        Assert.Empty(errors);
        Assert.Equal((Tier, "a polar bear", "medium", 7L, -5L, 10L, 0L), (draft.Model, draft.Prompt, draft.Creativity, draft.Seed, draft.Intensity, draft.Complexity, draft.Movement));
        Assert.Equal((1152, 864), draft.Delivered);
        Assert.Equal([("https://example.com/a.png", -1.5), ("https://example.com/b.png", null)], draft.References!.Select(r => (r!.Image, r.Influence)));
        Assert.Equal(PrefixedId.Encode(Guid.Parse("1e51738c-7413-469e-93b6-ad50db460a1f")), draft.Moodboards!.Single()!.Id!["brd_".Length..]);
        Assert.StartsWith("sty_", draft.Styles!.Single()!.Id);
        Assert.Equal(("https://example.com/c.png", 0.4), (draft.Image, draft.Strength));
    }

    [Fact]
    public void An_image_to_start_from_has_Krea_s_default_strength()
    {
        Assert.Equal(0.99, Read("""{"prompt":"a","aspect_ratio":"1:1","resolution":"1K","image_url":"https://example.com/c.png"}""").Draft.Strength);
        Assert.Null(Read("""{"prompt":"a","aspect_ratio":"1:1","resolution":"1K"}""").Draft.Strength);
    }

    [Theory]
    [InlineData("""{"prompt":"a","resolution":"1K"}""", "/aspect_ratio required")]
    [InlineData("""{"prompt":"a","aspect_ratio":"1:1"}""", "/resolution required")]
    [InlineData("""{"prompt":"a","aspect_ratio":"5:4","resolution":"1K"}""", "/aspect_ratio unknown_value")]
    [InlineData("""{"prompt":"a","aspect_ratio":"1:1","resolution":"2K"}""", "/resolution unknown_value")]
    [InlineData("""{"prompt":"a","aspect_ratio":"1:1","resolution":"1K","n":2}""", "/n unknown_field")]
    [InlineData("""{"prompt":"a","aspect_ratio":"1:1","resolution":"1K","imageUrl":"x"}""", "/imageUrl unknown_field")]
    [InlineData("""{"prompt":"a","aspect_ratio":"1:1","resolution":"1K","styles":[{"id":"abc"}]}""", "/styles/0/strength required")]
    [InlineData("""{"prompt":"a","aspect_ratio":"1:1","resolution":"1K","moodboards":[{"id":"x"},{"id":"y"}]}""", "/moodboards too_many")]
    [InlineData("[]", " wrong_type")]
    public void What_only_Krea_asks_for_is_asked_for(string json, string error) => Assert.Equal([error], Read(json).Errors);

    [Property(MaxTest = 1000)]
    public Property Any_object_becomes_a_draft_and_is_never_thrown_at() => Prop.ForAll(Bodies.Of(KreaFields.All.Names), json =>
    {
        var (draft, errors) = Read(json);
        Assert.Equal(Tier, draft.Model);
        Assert.True(draft.Delivered is not null || errors.Count > 0, json);
    });

    private static (RequestDraft Draft, List<string> Errors) Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        var errors = new ErrorList();
        return (KreaMapper.Read(document.RootElement, Tier, errors), [.. errors.Items.Select(e => $"{e.Pointer} {e.Code}")]);
    }
}
