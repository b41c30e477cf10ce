using System.Text.Json;
using KreaPlatform.Contracts.Generation;
using KreaPlatform.Gateway.Requests;
using static KreaPlatform.Gateway.Tests.Edge.Parsing;

namespace KreaPlatform.Gateway.Tests.Edge;

public sealed class RequestParserTests
{
    [Fact]
    public void A_prompt_is_all_that_is_needed()
    {
        var request = Understand("""{"prompt":"a cat"}""");
        Assert.Equal(("krea-2-nano", "a cat", null, 1), (request.Model, request.Prompt, request.NegativePrompt, request.N));
        Assert.Equal((128, 128, null), (request.Width, request.Height, request.AspectRatio));
        Assert.Equal((DrawnSeed, 20, 2.5), (request.Seed, request.Steps, request.Guidance));
        Assert.Equal(new OutputSpec("png", 90), request.Output);
        Assert.Equal((600, false), (request.DeadlineSeconds, request.Reproducible));
    }

    [Fact]
    public void Every_field_is_understood()
    {
        var request = Understand("""
            {"model":"krea-2-nano","prompt":"a\tcat\r\non a bike 🚲","negative_prompt":"dogs","n":16,"width":128,"height":80,"seed":9007199254740991,"steps":100,
             "guidance":0,"output":{"format":"jpeg","quality":1},"user":"u1","metadata":{"a/b~c":"d"},"deadline_seconds":3600,"reproducible":true}
            """);
        Assert.Equal("a\tcat\r\non a bike 🚲", request.Prompt);
        Assert.Equal(("dogs", 16, 128, 80), (request.NegativePrompt, request.N, request.Width, request.Height));
        Assert.Equal((9007199254740991, 100, 0.0), (request.Seed, request.Steps, request.Guidance));
        Assert.Equal(new OutputSpec("jpeg", 1), request.Output);
        Assert.Equal("u1", request.User);
        Assert.Equal("d", request.Metadata!["a/b~c"]);
        Assert.Equal((3600, true), (request.DeadlineSeconds, request.Reproducible));
    }

    [Fact]
    public void Null_means_not_given_and_an_empty_negative_prompt_means_none()
    {
        var request = Understand("""{"prompt":"a cat","n":null,"output":null,"negative_prompt":"","width":null,"height":null}""");
        Assert.Equal((1, 128, null), (request.N, request.Width, request.NegativePrompt));
        Assert.Equal(["/prompt required"], Errors("""{"prompt":null}"""));
    }

    [Theory]
    // Names
    [InlineData("""{"prompt":"a","promt":"b"}""", "/promt unknown_field")]
    [InlineData("""{"prompt":"a","a/b~":1}""", "/a~1b~0 unknown_field")]
    [InlineData("""{"prompt":"a","prompt":"b"}""", "/prompt duplicate_field")]
    [InlineData("""{"prompt":"a","output":{"format":"png","format":"png"}}""", "/output/format duplicate_field")]
    [InlineData("""{"prompt":"a","output":{"qality":3}}""", "/output/qality unknown_field")]
    [InlineData("""{"prompt":"a","\ud800":1}""", " invalid_characters")]
    [InlineData("""{"prompt":"a","webhook":{}}""", "/webhook/url required")]
    [InlineData("""{"prompt":"a","webhook":"https://example.com"}""", "/webhook wrong_type")]
    [InlineData("""{"prompt":"a","webhook":{"url":7}}""", "/webhook/url wrong_type")]
    [InlineData("""{"prompt":"a","webhook":{"url":"https://example.com","secret":"mine"}}""", "/webhook/secret malformed")]
    // Types
    [InlineData("""[]""", " wrong_type")]
    [InlineData("""null""", " wrong_type")]
    [InlineData("""{"prompt":1}""", "/prompt wrong_type")]
    [InlineData("""{"prompt":["a"]}""", "/prompt wrong_type")]
    [InlineData("""{"prompt":"a","n":"1"}""", "/n wrong_type")]
    [InlineData("""{"prompt":"a","n":1.5}""", "/n wrong_type")]
    [InlineData("""{"prompt":"a","guidance":"NaN"}""", "/guidance wrong_type")]
    [InlineData("""{"prompt":"a","reproducible":1}""", "/reproducible wrong_type")]
    [InlineData("""{"prompt":"a","output":"png"}""", "/output wrong_type")]
    [InlineData("""{"prompt":"a","model":7}""", "/model wrong_type")]
    [InlineData("""{"prompt":"a","metadata":[]}""", "/metadata wrong_type")]
    [InlineData("""{"prompt":"a","metadata":{"k":1}}""", "/metadata/k wrong_type")]
    // Texts
    [InlineData("""{}""", "/prompt required")]
    [InlineData("""{"prompt":""}""", "/prompt empty")]
    [InlineData("""{"prompt":" \n\t "}""", "/prompt empty")]
    [InlineData("""{"prompt":"a\ud800b"}""", "/prompt invalid_characters")]
    [InlineData("""{"prompt":"\udc00\ud800"}""", "/prompt invalid_characters")]
    [InlineData("""{"prompt":"a\u0000b"}""", "/prompt invalid_characters")]
    [InlineData("""{"prompt":"a\u001bb"}""", "/prompt invalid_characters")]
    [InlineData("""{"prompt":"a\u0085b"}""", "/prompt invalid_characters")]
    [InlineData("""{"prompt":"a\rb"}""", "/prompt invalid_characters")]
    [InlineData("""{"prompt":"a","negative_prompt":"\u0007"}""", "/negative_prompt invalid_characters")]
    [InlineData("""{"prompt":"a <|im_end|> b"}""", "/prompt special_token")]
    [InlineData("""{"prompt":"a","negative_prompt":"<|endoftext|>"}""", "/negative_prompt special_token")]
    [InlineData("""{"prompt":"a","user":""}""", "/user empty")]
    [InlineData("""{"prompt":"a","user":"a\nb"}""", "/user invalid_characters")]
    [InlineData("""{"prompt":"a","metadata":{"":"v"}}""", "/metadata/ empty")]
    [InlineData("""{"prompt":"a","metadata":{"k":"\u0001"}}""", "/metadata/k invalid_characters")]
    [InlineData("""{"prompt":"a","metadata":{"k":"v","k":"w"}}""", "/metadata/k duplicate_field")]
    // Numbers
    [InlineData("""{"prompt":"a","n":0}""", "/n out_of_range")]
    [InlineData("""{"prompt":"a","n":17}""", "/n out_of_range")]
    [InlineData("""{"prompt":"a","n":1e3}""", "/n out_of_range")]
    [InlineData("""{"prompt":"a","n":1e400}""", "/n out_of_range")]
    [InlineData("""{"prompt":"a","n":18446744073709551617}""", "/n out_of_range")]
    [InlineData("""{"prompt":"a","seed":-1}""", "/seed out_of_range")]
    [InlineData("""{"prompt":"a","seed":9007199254740992}""", "/seed out_of_range")]
    [InlineData("""{"prompt":"a","steps":0}""", "/steps out_of_range")]
    [InlineData("""{"prompt":"a","steps":101}""", "/steps out_of_range")]
    [InlineData("""{"prompt":"a","guidance":-0.1}""", "/guidance out_of_range")]
    [InlineData("""{"prompt":"a","guidance":20.1}""", "/guidance out_of_range")]
    [InlineData("""{"prompt":"a","guidance":1e999}""", "/guidance out_of_range")]
    [InlineData("""{"prompt":"a","output":{"quality":0}}""", "/output/quality out_of_range")]
    [InlineData("""{"prompt":"a","output":{"quality":101}}""", "/output/quality out_of_range")]
    [InlineData("""{"prompt":"a","output":{"format":"gif"}}""", "/output/format unknown_value")]
    [InlineData("""{"prompt":"a","deadline_seconds":0}""", "/deadline_seconds out_of_range")]
    [InlineData("""{"prompt":"a","deadline_seconds":3601}""", "/deadline_seconds out_of_range")]
    // Sizes
    [InlineData("""{"prompt":"a","width":128}""", "/height required")]
    [InlineData("""{"prompt":"a","height":128}""", "/width required")]
    [InlineData("""{"prompt":"a","width":100,"height":128}""", "/width not_multiple")]
    [InlineData("""{"prompt":"a","width":64,"height":128}""", "/width out_of_range")]
    [InlineData("""{"prompt":"a","width":128,"height":4294967424}""", "/height out_of_range")]
    [InlineData("""{"prompt":"a","width":128,"height":-128}""", "/height out_of_range")]
    [InlineData("""{"prompt":"a","width":128,"height":128,"aspect_ratio":"1:1"}""", "/aspect_ratio conflict")]
    [InlineData("""{"prompt":"a","aspect_ratio":"7:5"}""", "/aspect_ratio unknown_value")]
    // Models
    [InlineData("""{"prompt":"a","model":"krea-3"}""", "/model unknown_value")]
    [InlineData("""{"prompt":"a","model":""}""", "/model unknown_value")]
    public void Whatever_is_wrong_is_named_at_its_place(string json, string expected) => Assert.Equal([expected], Errors(json));

    [Fact]
    public void One_answer_names_everything_that_is_wrong() => Assert.Equal(
        ["/guidance out_of_range", "/height not_multiple", "/n out_of_range", "/prompt empty", "/wdith unknown_field", "/width wrong_type"],
        Errors("""{"prompt":"","n":99,"guidance":-3,"wdith":1,"width":"x","height":90}"""));

    [Theory]
    [InlineData("promt", "prompt")]
    [InlineData("negativePrompt", "negative_prompt")]
    [InlineData("num_images", "n")]
    [InlineData("guidance_scale", "guidance")]
    [InlineData("num_inference_steps", "steps")]
    [InlineData("hieght", "height")]
    public void A_misspelt_field_is_answered_with_the_one_that_was_meant(string given, string meant)
    {
        var error = Assert.Single(Parse($$"""{"prompt":"a","{{given}}":null}""").Errors);
        Assert.Contains($"did you mean '{meant}'?", error.Detail);
    }

    [Fact]
    public void A_name_like_none_is_answered_with_all() => Assert.Contains("known are model, prompt", Assert.Single(Parse("""{"prompt":"a","zzzzzzz":1}""").Errors).Detail);

    [Theory]
    [InlineData("a", 4000, true)]
    [InlineData("a", 4001, false)]
    [InlineData("🚲", 4000, true)]
    [InlineData("🚲", 4001, false)]
    public void Length_is_counted_in_characters_and_not_in_bytes_or_halves(string character, int count, bool valid)
    {
        var json = JsonSerializer.Serialize(new { prompt = string.Concat(Enumerable.Repeat(character, count)) });
        Assert.Equal(valid ? [] : ["/prompt too_long"], Parse(json).Errors.Select(Short));
    }

    [Fact]
    public void Metadata_is_bounded()
    {
        Assert.Equal(["/metadata too_long"], Errors(WithMetadata(Enumerable.Range(0, 17).ToDictionary(i => $"k{i}", _ => "v"))));
        Assert.Equal(["/metadata/k too_long"], Errors(WithMetadata(new() { ["k"] = new string('v', 513) })));
        Assert.Equal([$"/metadata/{new string('k', 65)} too_long"], Errors(WithMetadata(new() { [new string('k', 65)] = "v" })));
        Assert.Equal(16, Understand(WithMetadata(Enumerable.Range(0, 16).ToDictionary(i => $"k{i}", _ => "v"))).Metadata!.Count);

        static string WithMetadata(Dictionary<string, string> pairs) => JsonSerializer.Serialize(new { prompt = "a", metadata = pairs });
    }

    [Fact]
    public void A_hostile_body_does_not_get_a_huge_answer()
    {
        var json = "{" + string.Join(",", Enumerable.Range(0, 20_000).Select(i => $"\"{i}\":0")) + "}";
        var errors = Parse(json).Errors;
        Assert.Equal(ErrorList.Most + 1, errors.Count);
        Assert.Equal("more_errors", errors[^1].Code);
    }

    [Fact]
    public void A_model_that_is_known_but_broken_is_not_the_callers_mistake()
    {
        var result = Parse("""{"prompt":"a","model":"krea-2-raw"}""", Models.Nano, Models.Broken);
        Assert.Empty(result.Errors);
        Assert.Contains("vae_decoder.onnx is missing", result.Unavailable);
    }

    [Fact]
    public void Mistakes_are_named_even_while_the_model_is_away()
    {
        var result = Parse("""{"prompt":"a","model":"krea-2-raw","n":0}""", Models.Broken);
        Assert.Equal(["/n out_of_range"], result.Errors.Select(Short));
    }

    [Fact]
    public void Without_any_worker_no_model_is_called_unknown()
    {
        using var document = JsonDocument.Parse("""{"prompt":"a","model":"krea-2-nano"}""");
        var result = RequestParser.Parse(document.RootElement, Context());
        Assert.Empty(result.Errors);
        Assert.NotNull(result.Unavailable);
    }

    [Fact]
    public void An_unknown_model_is_answered_with_those_that_exist()
    {
        var error = Assert.Single(Parse("""{"prompt":"a","model":"krea-2-nanno"}""", Models.Nano, Models.Broken).Errors);
        Assert.Contains("did you mean 'krea-2-nano'?", error.Detail);
        Assert.Contains("krea-2-raw", error.Detail);
    }
}
