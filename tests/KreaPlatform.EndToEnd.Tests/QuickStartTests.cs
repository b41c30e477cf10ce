using KreaPlatform.EndToEnd.Tests.Platform;

namespace KreaPlatform.EndToEnd.Tests;

/// <summary>Every block of the quick starts, run as it stands on the page.</summary>
public sealed class QuickStartTests(ServingPlatform platform) : IClassFixture<ServingPlatform>, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Curl()
    {
        await RunAsync("curl.md", "bash", "run.sh", "bash", "-euo", "pipefail", "run.sh");
        Assert.Equal((128, 128), Calls.PngSize(await File.ReadAllBytesAsync(_folder.File("fox.png"))));
        Assert.Contains("\"applied\":1.2", await File.ReadAllTextAsync(_folder.File("styled.json")));
    }

    [Fact]
    public async Task Python()
    {
        var output = await RunAsync("python.md", "python", "run.py", "python3", "run.py");
        Assert.Equal((128, 128), Calls.PngSize(await File.ReadAllBytesAsync(_folder.File("python-1.png"))));
        Assert.Contains("/n must be", output);
    }

    [Fact]
    public async Task JavaScript()
    {
        var output = await RunAsync("javascript.md", "javascript", "run.mjs", "node", "run.mjs");
        Assert.Equal((128, 128), Calls.PngSize(await File.ReadAllBytesAsync(_folder.File("javascript-1.png"))));
        Assert.Contains("step 20 of 20", output);
    }

    [Fact]
    public async Task CSharp()
    {
        var output = await RunAsync("csharp.md", "csharp", "app.cs", "dotnet", "run", "app.cs");
        Assert.Equal((128, 128), Calls.PngSize(await File.ReadAllBytesAsync(_folder.File("csharp-1.png"))));
        Assert.Contains("step 20 of 20", output);
    }

    // The page's blocks of a language, in one file, run in a folder that has the examples.
    private async Task<string> RunAsync(string page, string language, string file, string program, params string[] arguments)
    {
        if (!Checkout.HasProgram(program)) Assert.Skip($"{program} is not on this machine");
        await File.WriteAllTextAsync(_folder.File(file), string.Concat(DocumentedCode.Blocks(Path.Combine("api", page), language)));
        Directory.CreateSymbolicLink(_folder.File("examples"), Path.Combine(Checkout.Root, "examples"));
        return await DocumentedCode.RunAsync(platform, _folder.Path, program, arguments);
    }
}
