using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Google.Rpc;
using Grpc.Core;
using Grpc.Net.Client;
using KreaPlatform.Contracts.Generation;
using KreaPlatform.Contracts.Grpc.V1;
using KreaPlatform.Gateway.Jobs;
using KreaPlatform.Gateway.Tests.Assets;
using GenerationStub = KreaPlatform.Contracts.Grpc.V1.GenerationService.GenerationServiceClient;

namespace KreaPlatform.Gateway.Tests.Edge;

public sealed class StyleHttpTests(EdgeUnderTest edge) : IClassFixture<EdgeUnderTest>
{
    [Fact]
    public async Task Images_of_a_request_are_found_before_it_is_accepted_and_stay_what_they_were()
    {
        var made = await edge.CompleteAsync(await edge.SubmitAsync(), [1], [2], [3]);
        var id = await edge.SubmitAsync($$"""
            {"prompt":"a cat","references":[{"image":"{{made.Id}}/images/1","influence":-0.5}],
             "moodboards":[{"images":[{"image":"{{made.Id}}/images/0","weight":3},{"image":"{{made.Id}}/images/1"}]}],
             "image":"{{made.Id}}/images/2","strength":0.4,"mask":"{{made.Id}}/images/0"}
            """);
        var spec = (await edge.Jobs.FindAsync(EdgeUnderTest.Alice, id, default))!.ToSpec();
        string Blob(int i) => made.Images[i].Blob!;
        Assert.Equal([SourceKinds.Reference, SourceKinds.Moodboard], spec.Sources.Select(s => s.Kind));
        Assert.Equal(($"{made.Id}/images/1", -0.5), (spec.Sources[0].Id, spec.Sources[0].Influence));
        Assert.Equal([new SourceImage(Blob(1), 1)], spec.Sources[0].Images);
        Assert.Equal(0.35, spec.Sources[1].Influence);
        Assert.Equal([new SourceImage(Blob(0), 3), new SourceImage(Blob(1), 1)], spec.Sources[1].Images);
        Assert.Equal(new EditSpec(Blob(2), 0.4, Blob(0)), spec.Edit);
    }

    [Fact]
    public async Task Assets_styles_and_images_that_come_along_stand_behind_sources_with_their_owners_named()
    {
        var uri = "data:image/png;base64," + Convert.ToBase64String(Uploads.Png(24, 16));
        using var made = await edge.Client.PostAsync("/v1/styles", JsonContent.Create(new { name = "blue", images = new[] { uri }, weights = new[] { 2.0 } }));
        var style = (await EdgeUnderTest.ReadAsync(made)).GetProperty("id").GetString()!;
        using var list = await edge.Client.GetAsync("/v1/assets?limit=1");
        var asset = (await EdgeUnderTest.ReadAsync(list)).GetProperty("items")[0].GetProperty("id").GetString()!;

        var id = await edge.SubmitAsync(JsonSerializer.Serialize(new { prompt = "a", references = new[] { new { image = uri } }, styles = new[] { new { id = style, strength = -1 } } }));
        var job = (await edge.Jobs.FindAsync(EdgeUnderTest.Alice, id, default))!;
        Assert.Equal(asset, job.Request.References[0].Image);
        Assert.Equal([asset, style], job.ToSpec().Sources.Select(s => s.Id));
        Assert.All(job.ToSpec().Sources, s => Assert.Equal(asset, s.Images[0].Asset));
        Assert.Equal((2.0, -1.0), (job.ToSpec().Sources[1].Images[0].Weight, job.ToSpec().Sources[1].Influence));

        // The same image under two names is still the same image.
        using var twice = await edge.PostAsync(JsonSerializer.Serialize(new { prompt = "a", references = new[] { new { image = uri }, new { image = asset } } }));
        var problem = await SubmitHttpTests.ProblemAsync(twice, HttpStatusCode.UnprocessableEntity, "/problems/invalid-request");
        Assert.Equal("/references/1/image duplicate", Short(Assert.Single(problem.GetProperty("errors").EnumerateArray())));
        using var broken = await edge.PostAsync(JsonSerializer.Serialize(new { prompt = "a", image = "data:image/png;base64,AAAA" }));
        problem = await SubmitHttpTests.ProblemAsync(broken, HttpStatusCode.UnprocessableEntity, "/problems/invalid-request");
        Assert.StartsWith("/image ", Short(Assert.Single(problem.GetProperty("errors").EnumerateArray())));

        static string Short(JsonElement error) => $"{error.GetProperty("pointer").GetString()} {error.GetProperty("code").GetString()}";
    }

    [Fact]
    public async Task What_can_not_be_had_is_named_at_its_place_and_nothing_is_enqueued()
    {
        var made = await edge.CompleteAsync(await edge.SubmitAsync());
        var deleted = await edge.CompleteAsync(await edge.SubmitAsync());
        await edge.Client.DeleteAsync($"/v1/generations/{deleted.Id}");
        var before = (await edge.Jobs.ListAsync(EdgeUnderTest.Alice, new JobFilter(), null, 100, default)).Items.Count;
        using var response = await edge.PostAsync($$"""
            {"prompt":"a","references":[{"image":"{{made.Id}}/images/0"},{"image":"{{made.Id}}/images/7"},{"image":"nonsense"}],"styles":[{"id":"sty_nobodys"}],
             "moodboards":[{"id":"brd_mine"}],"image":"{{deleted.Id}}/images/0"}
            """);
        var problem = await SubmitHttpTests.ProblemAsync(response, HttpStatusCode.UnprocessableEntity, "/problems/invalid-request");
        var errors = problem.GetProperty("errors").EnumerateArray().ToDictionary(e => e.GetProperty("pointer").GetString()!, e => e);
        Assert.Equal(["/image", "/moodboards/0/id", "/references/1/image", "/references/2/image", "/styles/0/id"], errors.Keys.Order(StringComparer.Ordinal));
        Assert.Contains("deleted", errors["/image"].GetProperty("detail").GetString());
        Assert.Contains("images instead", errors["/moodboards/0/id"].GetProperty("detail").GetString());
        Assert.Equal(before, (await edge.Jobs.ListAsync(EdgeUnderTest.Alice, new JobFilter(), null, 100, default)).Items.Count);

        using var foreign = await edge.PostAsync($$"""{"prompt":"a","image":"{{made.Id}}/images/0"}""", edge.ClientOf(EdgeUnderTest.BobKey));
        await SubmitHttpTests.ProblemAsync(foreign, HttpStatusCode.UnprocessableEntity, "/problems/invalid-request");
    }

    [Theory]
    [InlineData("naked people in a park", "prompt_sexual")]
    [InlineData("a d3capitat3d knight", "prompt_violence")]
    public async Task A_prompt_that_is_not_allowed_is_refused_as_input_with_a_reason_and_without_the_list(string prompt, string code)
    {
        using var response = await edge.PostAsync(JsonSerializer.Serialize(new { prompt }));
        var problem = await SubmitHttpTests.ProblemAsync(response, HttpStatusCode.UnprocessableEntity, "/problems/prompt-refused");
        var error = Assert.Single(problem.GetProperty("errors").EnumerateArray());
        Assert.Equal(("/prompt", code), (error.GetProperty("pointer").GetString(), error.GetProperty("code").GetString()));

        var failure = await Assert.ThrowsAsync<RpcException>(async () => await new GenerationStub(GrpcChannel.ForAddress(edge.Grpc))
            .SubmitAsync(new SubmitRequest { Prompt = prompt }, new Metadata { { "authorization", "Bearer " + EdgeUnderTest.AliceKey } }));
        Assert.Equal(StatusCode.InvalidArgument, failure.StatusCode);
        Assert.Equal("PROMPT_REFUSED", failure.GetRpcStatus()!.GetDetail<ErrorInfo>()!.Reason);
        Assert.Equal(code.ToUpperInvariant(), Assert.Single(failure.GetRpcStatus()!.GetDetail<BadRequest>()!.FieldViolations).Reason);
    }

    [Fact]
    public async Task A_negative_prompt_says_what_to_stay_away_from_and_is_not_judged() =>
        await edge.SubmitAsync("""{"prompt":"a knight in a park","negative_prompt":"naked, gore"}""");

    [Fact]
    public async Task A_refused_image_has_a_reason_and_no_url_and_its_siblings_are_delivered()
    {
        var id = await edge.SubmitAsync("""{"prompt":"a cat","n":2,"seed":5}""");
        await edge.CompletePartlyAsync(id, [new() { Index = 1, Code = "unsafe_image", Width = 128, Height = 128, Seed = 6, Prompt = "a cat, oil" }], [1]);
        using var response = await edge.Client.GetAsync($"/v1/generations/{id}");
        var generation = await EdgeUnderTest.ReadAsync(response);
        Assert.Equal("completed", generation.GetProperty("status").GetString());
        var images = generation.GetProperty("images").EnumerateArray().ToArray();
        Assert.Equal(["ready", "refused"], images.Select(i => i.GetProperty("status").GetString()));
        Assert.Equal(("unsafe_image", JsonValueKind.Null), (images[1].GetProperty("code").GetString(), images[1].GetProperty("url").ValueKind));
        Assert.Equal("a cat, oil", images[1].GetProperty("prompt").GetString());
        Assert.Equal(JsonValueKind.Null, images[0].GetProperty("code").ValueKind);
    }

    [Fact]
    public async Task Polling_for_what_has_not_changed_is_answered_304()
    {
        var id = await edge.SubmitAsync();
        await edge.CompleteAsync(id);
        using var first = await edge.Client.GetAsync($"/v1/generations/{id}");
        Assert.True(first.Headers.ETag!.IsWeak);
        var request = new HttpRequestMessage(HttpMethod.Get, $"/v1/generations/{id}");
        request.Headers.IfNoneMatch.Add(first.Headers.ETag);
        using var second = await edge.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        await edge.Client.DeleteAsync($"/v1/generations/{id}");
        request = new HttpRequestMessage(HttpMethod.Get, $"/v1/generations/{id}");
        request.Headers.IfNoneMatch.Add(first.Headers.ETag);
        using var third = await edge.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, third.StatusCode);
    }
}
