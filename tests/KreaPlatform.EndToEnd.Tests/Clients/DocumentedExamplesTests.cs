using System.Diagnostics;
using KreaPlatform.EndToEnd.Tests.Platform;

namespace KreaPlatform.EndToEnd.Tests.Clients;

/// <summary>The examples of docs/compatibility.md, run as they stand there.</summary>
public sealed class DocumentedExamplesTests(ServingPlatform platform) : IClassFixture<ServingPlatform>
{
    [Fact]
    public async Task The_examples_for_a_shell_run()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/curl"), "curl is not installed");
        var printed = new List<string>();
        foreach (var example in Examples("sh")) printed.Add(await RunAsync("/bin/sh", ["-ec", example]));
        Assert.Equal(2, printed.Count);
        Assert.Contains("\"url\":\"http", printed[0]);
        Assert.Contains("\"status\":\"completed\"", printed[1]);
    }

    [Fact]
    public async Task The_example_for_JavaScript_runs()
    {
        var modules = Path.Combine(NodeScript.Folder, "openai", "node_modules");
        Assert.SkipUnless(Directory.Exists(modules), "the npm package openai is not installed: npm ci in tests/clients/openai");
        var printed = await RunAsync("node", ["example.mjs"], folder =>
        {
            File.WriteAllText(Path.Combine(folder, "example.mjs"), Examples("js").Single());
            Directory.CreateSymbolicLink(Path.Combine(folder, "node_modules"), modules);
        }, "cat.png");
        Assert.EndsWith("image_generation.completed 128x128\n", printed);
    }

    [Fact]
    public async Task The_example_for_Python_runs()
    {
        using var probe = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", "python3 -c 'import openai'"]) { RedirectStandardError = true })!;
        await probe.WaitForExitAsync();
        Assert.SkipUnless(probe.ExitCode == 0, "the Python package openai is not installed");
        await RunAsync("python3", ["-c", Examples("python").Single()], _ => { }, "cat.png");
    }

    private static IEnumerable<string> Examples(string language) => DocumentedCode.Blocks("compatibility.md", language);

    // Runs a program in a folder of its own; the files that it must write are looked at.
    private async Task<string> RunAsync(string program, string[] arguments, Action<string>? prepare = null, params string[] pngs)
    {
        using var folder = new TemporaryFolder();
        prepare?.Invoke(folder.Path);
        var printed = await DocumentedCode.RunAsync(platform, folder.Path, program, arguments);
        foreach (var png in pngs) Calls.PngSize(await File.ReadAllBytesAsync(folder.File(png)));
        return printed;
    }
}
