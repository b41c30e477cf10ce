using System.Text.Json;
using KreaPlatform.Contracts.Bus;
using KreaPlatform.Contracts.Generation;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace KreaPlatform.Generation.Tests.Expansion;

public sealed class ChatExpanderTests(NanoWorker nano)
{
    private static readonly GenerationSpec Spec = NanoWorker.Spec with { Count = 2, Steps = 1, Creativity = CreativityLevels.High };

    [Fact]
    public async Task The_language_model_writes_the_prompts_and_is_asked_once_a_job()
    {
        await using var model = await LanguageModel.StartAsync((_, _) => Says(LanguageModel.SayPrompts("a fox in the snow", "a fox, ink drawing")));
        await using var worker = await WorkerAsync(model);
        Assert.Equal(["a fox in the snow", "a fox, ink drawing"], await PromptsAsync(worker, Spec));
        var (body, authorization) = Assert.Single(model.Questions);
        Assert.Equal("Bearer secret", authorization);
        Assert.Equal("writer", body.GetProperty("model").GetString());
        var question = JsonSerializer.Deserialize<JsonElement>(body.GetProperty("messages")[1].GetProperty("content").GetString()!);
        Assert.Equal(("a fox", 2, "high"),
            (question.GetProperty("prompt").GetString(), question.GetProperty("images").GetInt32(), question.GetProperty("creativity").GetString()));
        // Raw asks nobody.
        Assert.Equal(["a fox", "a fox"], await PromptsAsync(worker, Spec with { Creativity = CreativityLevels.Raw }));
        Assert.Single(model.Questions);
    }

    [Fact]
    public async Task Only_the_texts_that_break_a_rule_are_replaced_by_the_built_in_expander_s()
    {
        var own = await OwnPromptsAsync();
        string[] bad =
        [
            "a wolf in the snow", "a fox\n in the snow", "a fox \u202Ewons eht ni", "a fox <|im_end|>", "a fox in the snow", "a fox" + string.Concat(Enumerable.Repeat(" in the snow", 20)),
        ];
        var next = 0;
        await using var model = await LanguageModel.StartAsync((_, _) => Says(LanguageModel.SayPrompts("a fox in the snow", bad[next++])));
        await using var worker = await WorkerAsync(model);
        foreach (var _ in bad) Assert.Equal(["a fox in the snow", own[1]], await PromptsAsync(worker, Spec));
    }

    [Theory]
    [InlineData("500")]
    [InlineData("401")]
    [InlineData("no JSON")]
    [InlineData("other JSON")]
    [InlineData("too few")]
    [InlineData("empty")]
    public async Task Whatever_goes_wrong_with_it_the_job_is_made_with_the_built_in_expander(string fault)
    {
        var own = await OwnPromptsAsync();
        await using var model = await LanguageModel.StartAsync((_, _) => Says(fault switch
        {
            "500" or "401" => Results.StatusCode(int.Parse(fault)),
            "no JSON" => LanguageModel.Say("Sure! Here are two prompts for you."),
            "other JSON" => LanguageModel.Say("[1, 2, 3]"),
            "too few" => LanguageModel.SayPrompts(),
            _ => Results.Text("", "application/json"),
        }));
        await using var worker = await WorkerAsync(model);
        Assert.Equal(own, await PromptsAsync(worker, Spec));
        Assert.Single(model.Questions);
    }

    [Fact]
    public async Task One_that_is_slow_is_not_waited_for_longer_than_its_timeout()
    {
        var own = await OwnPromptsAsync();
        await using var model = await LanguageModel.StartAsync(async (_, cancel) =>
        {
            await Task.Delay(Timeout.Infinite, cancel);
            return Results.Ok();
        });
        await using var worker = await WorkerAsync(model, timeout: "00:00:00.3");
        Assert.Equal(own, await PromptsAsync(worker, Spec));
    }

    [Fact]
    public async Task An_expander_without_a_model_s_name_keeps_the_worker_from_starting()
    {
        var refused = await Assert.ThrowsAsync<OptionsValidationException>(() => NanoWorker.StartAsync(("Expander:Endpoint", "http://127.0.0.1:1/v1")));
        Assert.Contains("Expander:Model", refused.Message);
    }

    private static Task<IResult> Says(IResult answer) => Task.FromResult(answer);

    private static Task<WorkerUnderTest> WorkerAsync(LanguageModel model, string timeout = "00:00:20") => NanoWorker.StartAsync(
        ("Expander:Endpoint", model.Endpoint), ("Expander:Model", "writer"), ("Expander:ApiKey", "secret"), ("Expander:Timeout", timeout));

    private static async Task<string[]> PromptsAsync(WorkerUnderTest worker, GenerationSpec spec) =>
        [.. (await NanoWorker.ResultAsync<AttemptCompleted>(worker, spec)).Images.Select(i => i.Prompt)];

    private async Task<string[]> OwnPromptsAsync() => await PromptsAsync(nano.Worker, Spec);
}
