using System.Diagnostics;
using System.Text;
using KreaPlatform.EndToEnd.Tests.Platform;

namespace KreaPlatform.EndToEnd.Tests;

/// <summary>Every block of the quick starts, run as it stands on the page.</summary>
public sealed class QuickStartTests(ServingPlatform platform) : IClassFixture<ServingPlatform>, IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
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
        if (!Exists(program)) Assert.Skip($"{program} is not on this machine");
        var root = RepositoryRoot();
        await File.WriteAllTextAsync(_folder.File(file), Blocks(await File.ReadAllTextAsync(Path.Combine(root, "docs", "api", page)), language));
        Directory.CreateSymbolicLink(_folder.File("examples"), Path.Combine(root, "examples"));
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = _folder.Path, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["KREA_URL"] = platform.Http.BaseAddress!.ToString().TrimEnd('/');
        start.Environment["KREA_KEY"] = ServingPlatform.Key;
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        using var limit = new CancellationTokenSource(Patience);
        await process.WaitForExitAsync(limit.Token);
        Assert.True(process.ExitCode == 0, await output + await errors);
        return await output;
    }

    private static string Blocks(string markdown, string language)
    {
        var code = new StringBuilder();
        var inside = false;
        foreach (var line in markdown.Split('\n'))
        {
            if (line.StartsWith("```", StringComparison.Ordinal)) inside = line == "```" + language;
            else if (inside) code.Append(line).Append('\n');
        }
        return code.ToString();
    }

    private static bool Exists(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));

    private static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "KreaPlatform.sln"))) folder = folder.Parent;
        return folder.FullName;
    }
}
