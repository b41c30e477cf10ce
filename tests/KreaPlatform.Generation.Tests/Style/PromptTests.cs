using KreaPlatform.Contracts.Generation;

namespace KreaPlatform.Generation.Tests.Style;

public sealed class PromptTests(NanoWorker nano)
{
    private static readonly GenerationSpec Plain = NanoWorker.Spec with { Count = 4, Steps = 3 };

    [Fact]
    public async Task Raw_leaves_the_prompt_byte_for_byte()
    {
        var prompt = "  a Fox,  wearing\ta top hat ";
        var made = await nano.MakeAsync(Plain with { Prompt = prompt });
        Assert.All(made.Images, image => Assert.Equal(prompt, image.Prompt));
    }

    [Fact]
    public async Task High_writes_another_prompt_for_every_image_and_each_begins_with_the_person_s()
    {
        var made = await nano.MakeAsync(Plain with { Creativity = CreativityLevels.High });
        Assert.Equal(4, made.Images.Select(i => i.Prompt).Distinct().Count());
        Assert.All(made.Images, image => Assert.StartsWith("a fox", image.Prompt));
        Assert.All(made.Receipt.Images, image => Assert.False(image.Truncated));
        Assert.All(made.Receipt.Images, image => Assert.InRange(image.PromptTokens, 3, 23));
        Assert.Equal(made.Images.Select(i => i.Prompt), (await nano.MakeAsync(Plain with { Creativity = CreativityLevels.High })).Images.Select(i => i.Prompt));
    }

    [Fact]
    public async Task A_prompt_that_fills_the_model_s_tokens_is_not_cut_to_make_room()
    {
        var longest = string.Join(' ', Enumerable.Repeat("a fox", 11));
        var made = await nano.MakeAsync(Plain with { Prompt = longest, Creativity = CreativityLevels.High });
        Assert.All(made.Images, image => Assert.StartsWith(longest, image.Prompt));
        Assert.All(made.Receipt.Images, image => Assert.False(image.Truncated));
    }

    [Fact]
    public async Task Intensity_moves_guidance_and_a_slider_without_words_is_named()
    {
        var plain = await nano.MakeAsync(Plain);
        var vivid = await nano.MakeAsync(Plain with { Intensity = 100, Movement = 50 });
        Assert.Equal(["movement"], vivid.Receipt.WithoutEffect);
        Assert.NotEqual(plain.Images[0].Blob, vivid.Images[0].Blob);
        Assert.Equal((await nano.MakeAsync(Plain with { Guidance = 5 })).Images.Select(i => i.Blob), vivid.Images.Select(i => i.Blob));
    }

    [Fact]
    public async Task Diversity_changes_the_images_and_the_receipt_says_how_much_they_differ()
    {
        var spec = Plain with { Steps = 8 };
        var plain = await nano.MakeAsync(spec);
        var diverse = await nano.MakeAsync(spec with { Diversity = 1 });
        Assert.NotEqual(plain.Images[0].Blob, diverse.Images[0].Blob);
        Assert.All([plain, diverse], made =>
        {
            Assert.InRange(made.Receipt.Diversity!.Style, 1, 4);
            Assert.InRange(made.Receipt.Diversity.Content, 1, 4);
        });
        Assert.Null((await nano.MakeAsync(spec with { Count = 1 })).Receipt.Diversity);
    }

    [Fact]
    public async Task A_level_that_does_not_exist_is_refused()
    {
        var failed = await nano.FailAsync(Plain with { Creativity = "wild" });
        Assert.Equal((FailureCode.InvalidRequest, false), (failed.Code, failed.Transient));
    }
}
