using System.Text.Json;
using KreaPlatform.Gateway.Grpc;
using KreaPlatform.Gateway.Jobs;
using KreaPlatform.Gateway.Requests;
using static KreaPlatform.Gateway.Tests.Edge.Parsing;

namespace KreaPlatform.Gateway.Tests.Edge;

public sealed class StyleRequestTests
{
    [Fact]
    public void What_is_not_given_has_its_default()
    {
        var request = Understand("""{"prompt":"a cat"}""");
        Assert.Empty(request.References);
        Assert.Empty(request.Styles);
        Assert.Empty(request.Moodboards);
        Assert.Equal(("medium", 0.0, 0, 0, 0), (request.Creativity, request.Diversity, request.Intensity, request.Complexity, request.Movement));
        Assert.Equal((null, null, null, 1), (request.Image, request.Strength, request.Mask, request.Upscale));
        request = Understand("""{"prompt":"a","references":[{"image":"x"}],"styles":[{"id":"s"}],"moodboards":[{"id":"b"},{"images":[{"image":"y"}]}],"image":"z"}""");
        Assert.Equal(new ReferenceInput("x", 0.5), Assert.Single(request.References));
        Assert.Equal(new StyleInput("s", 0.5), Assert.Single(request.Styles));
        Assert.Equal([0.35, 0.35], request.Moodboards.Select(m => m.Strength));
        Assert.Equal(new BoardImageInput("y", 1), Assert.Single(request.Moodboards[1].Images!));
        Assert.Equal(0.6, request.Strength);
        Assert.Equal(1, Understand("""{"prompt":"a","image":"z","mask":"m"}""").Strength);
    }

    [Fact]
    public void Every_control_is_understood()
    {
        var request = Understand("""
            {"prompt":"a cat","references":[{"image":"ast_1","influence":-2},{"image":"https://a.example/b.png","influence":2},{"image":"data:image/png;base64,AA","influence":0}],
             "styles":[{"id":"sty_1","strength":-2},{"id":"sty_2","strength":2}],
             "moodboards":[{"id":"brd_1","strength":1.5},{"images":[{"image":"ast_2","weight":3},{"image":"ast_3"}],"strength":-0.5}],
             "creativity":"high","diversity":1,"intensity":-100,"complexity":100,"movement":7.0,"image":"ast_4","strength":0,"mask":"ast_5","upscale":8}
            """);
        Assert.Equal([new("ast_1", -2), new("https://a.example/b.png", 2), new("data:image/png;base64,AA", 0)], request.References);
        Assert.Equal([new("sty_1", -2), new("sty_2", 2)], request.Styles);
        Assert.Equal(("brd_1", 1.5), (request.Moodboards[0].Id, request.Moodboards[0].Strength));
        Assert.Equal([new("ast_2", 3), new("ast_3", 1)], request.Moodboards[1].Images);
        Assert.Equal(-0.5, request.Moodboards[1].Strength);
        Assert.Equal(("high", 1.0, -100, 100, 7), (request.Creativity, request.Diversity, request.Intensity, request.Complexity, request.Movement));
        Assert.Equal(("ast_4", 0, "ast_5", 8), (request.Image, request.Strength, request.Mask, request.Upscale));
        Assert.Equal((1024, 1024), (request.OutputWidth, request.OutputHeight));
    }

    [Theory]
    // References
    [InlineData("""{"prompt":"a","references":{}}""", "/references wrong_type")]
    [InlineData("""{"prompt":"a","references":["x"]}""", "/references/0 wrong_type")]
    [InlineData("""{"prompt":"a","references":[null]}""", "/references/0 wrong_type")]
    [InlineData("""{"prompt":"a","references":[{"image":"x"},{}]}""", "/references/1/image required")]
    [InlineData("""{"prompt":"a","references":[{"image":""}]}""", "/references/0/image empty")]
    [InlineData("""{"prompt":"a","references":[{"image":7}]}""", "/references/0/image wrong_type")]
    [InlineData("""{"prompt":"a","references":[{"image":"a\nb"}]}""", "/references/0/image invalid_characters")]
    [InlineData("""{"prompt":"a","references":[{"image":"x","influence":2.0000001}]}""", "/references/0/influence out_of_range")]
    [InlineData("""{"prompt":"a","references":[{"image":"x","influence":-1e999}]}""", "/references/0/influence out_of_range")]
    [InlineData("""{"prompt":"a","references":[{"image":"x","influence":"NaN"}]}""", "/references/0/influence wrong_type")]
    [InlineData("""{"prompt":"a","references":[{"image":"x","weight":1}]}""", "/references/0/weight unknown_field")]
    [InlineData("""{"prompt":"a","references":[{"image":"x"},{"image":"x"}]}""", "/references/1/image duplicate")]
    // Styles
    [InlineData("""{"prompt":"a","styles":[{}]}""", "/styles/0/id required")]
    [InlineData("""{"prompt":"a","styles":[{"id":"s","strength":-2.1}]}""", "/styles/0/strength out_of_range")]
    [InlineData("""{"prompt":"a","styles":[{"id":"s"},{"id":"s"}]}""", "/styles/1/id duplicate")]
    [InlineData("""{"prompt":"a","styles":[{"id":"a"},{"id":"b"},{"id":"c"},{"id":"d"},{"id":"e"},{"id":"f"}]}""", "/styles too_many")]
    // Moodboards
    [InlineData("""{"prompt":"a","moodboards":[{}]}""", "/moodboards/0/id required")]
    [InlineData("""{"prompt":"a","moodboards":[{"id":"b","images":[{"image":"x"}]}]}""", "/moodboards/0/images conflict")]
    [InlineData("""{"prompt":"a","moodboards":[{"images":[]}]}""", "/moodboards/0/images empty")]
    [InlineData("""{"prompt":"a","moodboards":[{"images":[{"image":"x","weight":0}]}]}""", "/moodboards/0/images/0/weight out_of_range")]
    [InlineData("""{"prompt":"a","moodboards":[{"images":[{"image":"x"},{"image":"x"}]}]}""", "/moodboards/0/images/1/image duplicate")]
    [InlineData("""{"prompt":"a","moodboards":[{"id":"b","strength":1.6}]}""", "/moodboards/0/strength out_of_range")]
    [InlineData("""{"prompt":"a","moodboards":[{"id":"b","strength":-0.6}]}""", "/moodboards/0/strength out_of_range")]
    [InlineData("""{"prompt":"a","moodboards":[{"id":"a"},{"id":"b"},{"id":"c"},{"id":"d"}]}""", "/moodboards too_many")]
    // The rest
    [InlineData("""{"prompt":"a","creativity":"wild"}""", "/creativity unknown_value")]
    [InlineData("""{"prompt":"a","creativity":50}""", "/creativity wrong_type")]
    [InlineData("""{"prompt":"a","diversity":1.01}""", "/diversity out_of_range")]
    [InlineData("""{"prompt":"a","diversity":-0.01}""", "/diversity out_of_range")]
    [InlineData("""{"prompt":"a","intensity":101}""", "/intensity out_of_range")]
    [InlineData("""{"prompt":"a","complexity":-101}""", "/complexity out_of_range")]
    [InlineData("""{"prompt":"a","movement":0.5}""", "/movement wrong_type")]
    [InlineData("""{"prompt":"a","strength":0.5}""", "/image required")]
    [InlineData("""{"prompt":"a","mask":"m"}""", "/image required")]
    [InlineData("""{"prompt":"a","image":" "}""", "/image empty")]
    [InlineData("""{"prompt":"a","image":"x","strength":1.5}""", "/strength out_of_range")]
    [InlineData("""{"prompt":"a","image":"x","mask":""}""", "/mask empty")]
    [InlineData("""{"prompt":"a","upscale":5}""", "/upscale unknown_value")]
    [InlineData("""{"prompt":"a","upscale":0}""", "/upscale unknown_value")]
    [InlineData("""{"prompt":"a","upscale":4294967297}""", "/upscale unknown_value")]
    public void Whatever_is_wrong_is_named_at_its_place(string json, string expected) => Assert.Equal([expected], Errors(json));

    [Fact]
    public void Eleven_references_are_one_too_many_and_ten_are_not()
    {
        static string With(int count) => JsonSerializer.Serialize(new { prompt = "a", references = Enumerable.Range(0, count).Select(i => new { image = $"ast_{i}" }) });
        Assert.Equal(10, Understand(With(10)).References.Count);
        Assert.Equal(["/references too_many"], Errors(With(11)));
    }

    [Fact]
    public void A_model_may_take_fewer_references_than_the_API()
    {
        var few = Models.Nano with { MaxReferences = 1 };
        var error = Assert.Single(Parse("""{"prompt":"a","references":[{"image":"x"},{"image":"y"}]}""", few).Errors);
        Assert.Equal("/references too_many", Short(error));
        Assert.Contains("at most 1", error.Detail);
    }

    [Theory]
    [InlineData("""{"prompt":"a","model":"krea-2-plain","references":[{"image":"x"}]}""", "/references unsupported")]
    [InlineData("""{"prompt":"a","model":"krea-2-plain","styles":[{"id":"s"}]}""", "/styles unsupported")]
    [InlineData("""{"prompt":"a","model":"krea-2-plain","moodboards":[{"id":"b"}]}""", "/moodboards unsupported")]
    [InlineData("""{"prompt":"a","model":"krea-2-plain","image":"x"}""", "/image unsupported")]
    public void What_a_model_can_not_do_is_answered_with_those_that_can(string json, string expected)
    {
        var error = Assert.Single(Parse(json, Models.Plain, Models.Nano).Errors);
        Assert.Equal(expected, Short(error));
        Assert.Contains("krea-2-plain", error.Detail);
        Assert.EndsWith("krea-2-nano", error.Detail);
    }

    [Fact]
    public void A_request_over_gRPC_is_understood_as_the_same_one_over_REST()
    {
        var rest = Understand("""
            {"prompt":"a cat","references":[{"image":"ast_1","influence":0},{"image":"ast_2"}],"styles":[{"id":"sty_1","strength":-1}],
             "moodboards":[{"id":"brd_1"},{"images":[{"image":"ast_2","weight":3},{"image":"ast_3"}],"strength":1}],
             "creativity":"raw","diversity":0.25,"intensity":1,"complexity":-2,"movement":3,"image":"ast_4","mask":"ast_5","upscale":2,"aspect_ratio":"16:9"}
            """);
        var message = new Contracts.Grpc.V1.SubmitRequest
        {
            Prompt = "a cat", Creativity = "raw", Diversity = 0.25, Intensity = 1, Complexity = -2, Movement = 3, Image = "ast_4", Mask = "ast_5", Upscale = 2,
            AspectRatio = "16:9",
            References = { new Contracts.Grpc.V1.ReferenceUse { Image = "ast_1", Influence = 0 }, new Contracts.Grpc.V1.ReferenceUse { Image = "ast_2" } },
            Styles = { new Contracts.Grpc.V1.StyleUse { Id = "sty_1", Strength = -1 } },
            Moodboards =
            {
                new Contracts.Grpc.V1.MoodboardUse { Id = "brd_1" },
                new Contracts.Grpc.V1.MoodboardUse
                {
                    Strength = 1, Images = { new Contracts.Grpc.V1.BoardImageUse { Image = "ast_2", Weight = 3 }, new Contracts.Grpc.V1.BoardImageUse { Image = "ast_3" } },
                },
            },
        };
        var rpc = RequestRules.Judge(Drafts.Of(message), Context(Models.Nano), new ErrorList());
        Assert.Empty(rpc.Errors);
        Assert.Equal(JsonSerializer.Serialize(rest), JsonSerializer.Serialize(rpc.Request));
    }

    [Fact]
    public void Work_counts_every_evaluation_and_only_steps_that_are_run()
    {
        long WorkOf(string more) => Understand($$"""{"prompt":"a","steps":10,"guidance":0{{more}}}""").Work();
        var one = WorkOf("");
        Assert.Equal(8 * 8 * 10, one);
        Assert.Equal(2 * one, WorkOf(",\"n\":2"));
        Assert.Equal(2 * one, WorkOf(""","references":[{"image":"x"},{"image":"y","influence":0}]"""));
        Assert.Equal(one / 2, WorkOf(""","image":"x","strength":0.5"""));
    }
}
