using System.Net;
using System.Text;
using System.Text.Json;
using Grpc.Core;
using Grpc.Net.Client;
using KreaPlatform.Contracts.Generation;
using KreaPlatform.Contracts.Grpc.V1;
using KreaPlatform.Gateway.Jobs;
using GenerationStub = KreaPlatform.Contracts.Grpc.V1.GenerationService.GenerationServiceClient;

namespace KreaPlatform.Gateway.Tests.Edge;

public sealed class DerivationHttpTests(EdgeUnderTest edge) : IClassFixture<EdgeUnderTest>
{
    private const string Original = """{"prompt":"a cat","n":2,"seed":5,"creativity":"high","upscale":4,"aspect_ratio":"16:9","references":[{"image":"REF","influence":0.9}],"user":"u"}""";

    [Fact]
    public async Task Variations_start_from_the_image_with_new_seeds_and_the_request_otherwise_as_it_was()
    {
        var original = await OriginalAsync();
        var job = await AcceptedAsync($"{original.Id}/images/1/variations", """{"n":3,"strength":0.25}""");
        Assert.Equal(new JobParent(original.Id, JobRelation.Variation, 1), job.Parent);
        var spec = job.ToSpec();
        Assert.Equal(new EditSpec(original.Images[1].Blob!, 0.25), spec.Edit);
        Assert.Equal((3, 4, original.Request.Width, original.Request.OutputHeight), (spec.Count, spec.Upscale, spec.Width, spec.CropHeight));
        Assert.NotEqual(5, spec.Seed);
        Assert.Equal(original.ToSpec().Sources.Select(s => s.Id), spec.Sources.Select(s => s.Id));
        // Its own prompt, as it was expanded, and not expanded once more.
        Assert.Equal((original.Images[1].Prompt, CreativityLevels.Raw), (spec.Prompt, spec.Creativity));
        Assert.Equal($"{original.Id}/images/1", job.Request.Image);

        var standard = await AcceptedAsync($"{original.Id}/images/0/variations", null);
        Assert.Equal((4, 0.6), (standard.Request.N, standard.Request.Strength));
    }

    [Fact]
    public async Task An_enlargement_draws_nothing()
    {
        var original = await OriginalAsync();
        var job = await AcceptedAsync($"{original.Id}/images/0/upscale", """{"factor":3}""");
        var spec = job.ToSpec();
        Assert.Equal(new EditSpec(original.Images[0].Blob!, 0), spec.Edit);
        Assert.Equal((1, 3, original.Images[0].Width, original.Images[0].Height), (spec.Count, spec.Upscale, spec.Width, spec.Height));
        Assert.Equal((CreativityLevels.Raw, 0.0, null), (spec.Creativity, spec.Guidance, spec.CropWidth));
        Assert.Empty(spec.Sources);
        Assert.Equal(JobRelation.Upscale, job.Parent!.Relation);
        // A variation of what was enlarged is drawn as the picture was.
        var enlarged = await edge.CompleteAsync(job.Id);
        var variation = await AcceptedAsync($"{job.Id}/images/0/variations", null);
        Assert.Equal((original.Request.Width, 4, enlarged.Images[0].Blob), (variation.Request.Width, variation.Request.Upscale, variation.ToSpec().Edit!.Image));
        Assert.Equal(4, (await AcceptedAsync($"{original.Id}/images/0/upscale", "{}")).Request.Upscale);
    }

    [Fact]
    public async Task A_rerun_asks_for_exactly_the_same()
    {
        var original = await OriginalAsync();
        var job = await AcceptedAsync($"{original.Id}/rerun", null);
        Assert.Equal(JsonSerializer.Serialize(original.ToSpec()), JsonSerializer.Serialize(job.ToSpec()));
        Assert.Equal(new JobParent(original.Id, JobRelation.Rerun), job.Parent);
        using var response = await edge.Client.GetAsync($"/v1/generations/{job.Id}");
        var parent = (await EdgeUnderTest.ReadAsync(response)).GetProperty("parent");
        Assert.Equal((original.Id, "rerun", JsonValueKind.Null),
            (parent.GetProperty("id").GetString(), parent.GetProperty("relation").GetString(), parent.GetProperty("image").ValueKind));
    }

    [Theory]
    [InlineData("images/0/variations", """{"n":17}""", "/n out_of_range")]
    [InlineData("images/0/variations", """{"strength":1.1}""", "/strength out_of_range")]
    [InlineData("images/0/variations", """{"prompt":"a dog"}""", "/prompt unknown_field")]
    [InlineData("images/0/variations", "[]", " wrong_type")]
    [InlineData("images/0/upscale", """{"factor":1}""", "/factor unknown_value")]
    [InlineData("images/0/upscale", """{"factor":16}""", "/factor unknown_value")]
    [InlineData("rerun", """{"seed":1}""", "/seed unknown_field")]
    public async Task Bad_bodies_are_named_at_their_place(string path, string body, string expected)
    {
        using var response = await PostAsync($"{(await OriginalAsync()).Id}/{path}", body);
        var problem = await SubmitHttpTests.ProblemAsync(response, HttpStatusCode.UnprocessableEntity, "/problems/invalid-request");
        var error = Assert.Single(problem.GetProperty("errors").EnumerateArray());
        Assert.Equal(expected, $"{error.GetProperty("pointer").GetString()} {error.GetProperty("code").GetString()}");
    }

    [Fact]
    public async Task Images_that_are_not_there_have_answers_of_their_own()
    {
        var open = await edge.SubmitAsync();
        await AssertAsync($"{open}/images/0/upscale", HttpStatusCode.Conflict, "/problems/no-image");
        await AssertAsync($"{open}/images/1/upscale", HttpStatusCode.NotFound, "/problems/not-found");
        await AssertAsync($"{open}/images/x/upscale", HttpStatusCode.NotFound, "/problems/not-found");
        await AssertAsync("gen_06f0p8x6d5t7v3m1c2k9qaz4we/rerun", HttpStatusCode.NotFound, "/problems/not-found");

        var id = await edge.SubmitAsync("""{"prompt":"a cat","n":2}""");
        await edge.CompletePartlyAsync(id, [new() { Index = 1, Code = "unsafe_image", Width = 128, Height = 128, Seed = 6, Prompt = "a cat" }], [1]);
        await AssertAsync($"{id}/images/1/variations", HttpStatusCode.Conflict, "/problems/no-image");

        var original = await OriginalAsync();
        await edge.Client.DeleteAsync($"/v1/generations/{original.Id}");
        await AssertAsync($"{original.Id}/images/0/variations", HttpStatusCode.Gone, "/problems/gone");
        // What a rerun needs is the reference, which is still there until its generation goes too.
        var rerun = await AcceptedAsync($"{original.Id}/rerun", null);
        await edge.Client.PostAsync($"/v1/generations/{rerun.Id}/cancel", null);
        await edge.Client.DeleteAsync($"/v1/generations/{original.Request.References[0].Image.Split('/')[0]}");
        await AssertAsync($"{original.Id}/rerun", HttpStatusCode.Gone, "/problems/gone");

        using var foreign = await PostAsync($"{original.Id}/rerun", null, edge.ClientOf(EdgeUnderTest.BobKey));
        await SubmitHttpTests.ProblemAsync(foreign, HttpStatusCode.NotFound, "/problems/not-found");
        using var nobody = await PostAsync($"{original.Id}/rerun", null, edge.Stranger);
        await SubmitHttpTests.ProblemAsync(nobody, HttpStatusCode.Unauthorized, "/problems/unauthorized");
    }

    [Fact]
    public async Task The_same_goes_over_gRPC()
    {
        var key = new Metadata { { "authorization", "Bearer " + EdgeUnderTest.AliceKey } };
        var stub = new GenerationStub(GrpcChannel.ForAddress(edge.Grpc));
        var original = await OriginalAsync();
        var varied = await stub.VaryAsync(new VaryRequest { Id = original.Id, Image = 1, N = 2 }, key);
        Assert.Equal((original.Id, "variation", 1), (varied.Parent.Id, varied.Parent.Relation, varied.Parent.Image));
        Assert.Equal("upscale", (await stub.UpscaleAsync(new UpscaleRequest { Id = original.Id, Factor = 2 }, key)).Parent.Relation);
        Assert.False((await stub.RerunAsync(new RerunRequest { Id = original.Id }, key)).Parent.HasImage);
        Assert.Equal(StatusCode.NotFound, (await Assert.ThrowsAsync<RpcException>(async () => await stub.RerunAsync(new RerunRequest { Id = "x" }, key))).StatusCode);
        Assert.Equal(StatusCode.InvalidArgument,
            (await Assert.ThrowsAsync<RpcException>(async () => await stub.VaryAsync(new VaryRequest { Id = original.Id, N = 0 }, key))).StatusCode);
    }

    private async Task<Job> OriginalAsync()
    {
        var reference = await edge.CompleteAsync(await edge.SubmitAsync());
        return await edge.CompleteAsync(await edge.SubmitAsync(Original.Replace("REF", $"{reference.Id}/images/0")), [1, 2], [3, 4]);
    }

    private async Task<Job> AcceptedAsync(string path, string? body)
    {
        using var response = await PostAsync(path, body);
        Assert.True(response.StatusCode == HttpStatusCode.Accepted, await response.Content.ReadAsStringAsync());
        var id = (await EdgeUnderTest.ReadAsync(response)).GetProperty("id").GetString()!;
        Assert.EndsWith($"/v1/generations/{id}", response.Headers.Location!.ToString());
        return (await edge.Jobs.FindAsync(EdgeUnderTest.Alice, id, default))!;
    }

    private async Task AssertAsync(string path, HttpStatusCode status, string type)
    {
        using var response = await PostAsync(path, null);
        await SubmitHttpTests.ProblemAsync(response, status, type);
    }

    private Task<HttpResponseMessage> PostAsync(string path, string? body, HttpClient? client = null) => (client ?? edge.Client).PostAsync(
        $"/v1/generations/{path}", body is null ? null : new StringContent(body, Encoding.UTF8, "application/json"));
}
