using System.Text.RegularExpressions;
using KreaPlatform.EndToEnd.Tests.Platform;

namespace KreaPlatform.EndToEnd.Tests;

/// <summary>The first command of the README, as a newcomer runs it.</summary>
public sealed class FirstCommandTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_prompt_becomes_different_pictures_a_contact_sheet_and_a_receipt()
    {
        using var process = StandaloneProcess.Start(_folder.Path, ["a cat riding a bicycle", "-n", "2", "--steps", "4", "--seed", "7"]);
        Assert.True(await process.ExitAsync(Patience) == 0, process.Output + process.Errors);

        var output = Assert.Single(Directory.GetDirectories(_folder.File("krea-out")));
        Assert.EndsWith("-a-cat-riding-a-bicycle", output);
        var (first, second) = (File.ReadAllBytes(Path.Combine(output, "01-7.png")), File.ReadAllBytes(Path.Combine(output, "02-8.png")));
        Assert.Equal((128, 128), Calls.PngSize(first));
        Assert.NotEqual(first, second);
        var sheet = Path.Combine(output, "contact-sheet.png");
        Assert.True(Calls.PngSize(File.ReadAllBytes(sheet)).Width > 256);

        Assert.Contains(sheet, process.Output);
        // A step may be done before the command watches; from then on it sees every one.
        var steps = Regex.Matches(process.Output, @"step (\d)/4").Select(m => int.Parse(m.Groups[1].Value)).Distinct().ToArray();
        Assert.Equal(Enumerable.Range(steps[0], 5 - steps[0]), steps);
        Assert.Matches(@"seeds\s+7 8", process.Output);
        Assert.Matches(@"time\s+queue .*encode .*denoise .*decode .*post ", process.Output);
        Assert.Empty(process.Errors);
    }

    [Fact]
    public async Task What_it_was_given_reaches_the_model()
    {
        using var process = StandaloneProcess.Start(_folder.Path,
            ["a fox", "--aspect-ratio", "3:2", "--steps", "2", "--guidance", "0", "--format", "webp", "--out", "made", "--negative", "snow"]);
        Assert.True(await process.ExitAsync(Patience) == 0, process.Output + process.Errors);
        Assert.Contains("WEBP", System.Text.Encoding.ASCII.GetString(File.ReadAllBytes(Assert.Single(Directory.GetFiles(_folder.File("made"), "*.webp"))), 0, 12));
        Assert.Matches(@"steps\s+2, guidance 0", process.Output);
    }

    [Fact]
    public async Task References_are_seen_beside_the_same_seeds_without_them_and_accounted_for()
    {
        var (ink, vhs) = (Examples.Picture("ink-and-grain", 0), Examples.Picture("late-night-vhs", 0));
        using var process = StandaloneProcess.Start(_folder.Path,
            ["a fox wearing a top hat", "-n", "2", "--steps", "3", "--seed", "7", "--reference", $"{ink}:0.8", "--reference", $"{vhs}:-0.5",
             "--aesthetic", $"{Examples.Board("neon-city")}:0.5", "--style", Examples.Board("two-ink-prints"), "--creativity", "low", "--out", "made"]);
        Assert.True(await process.ExitAsync(Patience) == 0, process.Output + process.Errors);
        Assert.Equal(["01-7.png", "02-8.png", "contact-sheet.png", "without-01-7.png", "without-02-8.png"],
            Directory.GetFiles(_folder.File("made")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.NotEqual(File.ReadAllBytes(_folder.File("made/01-7.png")), File.ReadAllBytes(_folder.File("made/without-01-7.png")));
        // Two rows of two.
        var (width, height) = Calls.PngSize(File.ReadAllBytes(_folder.File("made/contact-sheet.png")));
        Assert.InRange((double)height / width, 1, 1.4);
        Assert.Matches(@"reference\s+ink-and-grain/00.webp: applied 0.8, measured \d+\.\d % of the way", process.Output);
        Assert.Matches(@"reference\s+late-night-vhs/00.webp: applied -0.5, measured \d", process.Output);
        Assert.Matches(@"style\s+two-ink-prints: applied 0.5, measured \d", process.Output);
        Assert.Matches(@"moodboard\s+neon-city: applied 0.5, measured \d", process.Output);
        Assert.Matches(@"differ\s+like \d", process.Output);
    }

    [Fact]
    public async Task An_image_to_start_from_and_its_enlargement_go_through()
    {
        using var process = StandaloneProcess.Start(_folder.Path, ["a castle", "--steps", "4", "--image", Examples.Picture("paper-and-water", 1), "--strength", "0.5",
            "--mask", Examples.Picture("ink-and-grain", 1), "--upscale", "3", "--intensity", "40", "--complexity", "-20", "--movement", "10", "--diversity", "0.4", "--out", "made"]);
        Assert.True(await process.ExitAsync(Patience) == 0, process.Output + process.Errors);
        Assert.Equal((384, 384), Calls.PngSize(File.ReadAllBytes(Directory.GetFiles(_folder.File("made"), "01-*.png").Single())));
    }

    [Fact]
    public async Task A_value_that_the_API_refuses_is_named_and_nothing_is_written()
    {
        using var process = StandaloneProcess.Start(_folder.Path, ["a cat", "-n", "99", "--width", "100", "--height", "96"]);
        Assert.Equal(1, await process.ExitAsync(Patience));
        Assert.Contains("/n", process.Errors);
        Assert.Contains("/width", process.Errors);
        Assert.False(Directory.Exists(_folder.File("krea-out")));
    }

    [Theory]
    [InlineData("--sed", "There is no option '--sed'")]
    [InlineData("--steps", "--steps")]
    [InlineData("--reference=nowhere.png:0.5", "there is no file 'nowhere.png'")]
    [InlineData("--aesthetic=nowhere:1", "there is no folder 'nowhere'")]
    [InlineData("--image=nowhere.png", "there is no file 'nowhere.png'")]
    [InlineData("--port=seven", "whole number")]
    [InlineData("--port=70000", "65535")]
    public async Task A_mistake_on_the_line_is_explained(string argument, string explanation)
    {
        using var process = StandaloneProcess.Start(_folder.Path, ["a cat", argument]);
        Assert.Equal(1, await process.ExitAsync(Patience));
        Assert.Contains(explanation, process.Errors);
    }

    [Fact]
    public async Task Help_names_every_option()
    {
        using var process = StandaloneProcess.Start(_folder.Path, ["--help"]);
        Assert.Equal(0, await process.ExitAsync(Patience));
        Assert.All(
            ["-n", "--width", "--height", "--aspect-ratio", "--steps", "--guidance", "--seed", "--negative", "--model", "--reference", "--aesthetic",
             "--style", "--creativity", "--diversity", "--intensity", "--complexity", "--movement", "--image", "--strength", "--mask", "--upscale", "--format", "--out", "--port", "--grpc-port", "--key", "--data"],
            option => Assert.Contains(option, process.Output));
    }
}
