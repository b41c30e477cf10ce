using System.Diagnostics;
using System.Text.RegularExpressions;

namespace KreaPlatform.EndToEnd.Tests.Platform;

/// <summary>Code on the pages under <c>docs</c>, run as it stands there.</summary>
public static partial class DocumentedCode
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <summary>A page's blocks of a language, in order.</summary>
    public static IEnumerable<string> Blocks(string page, string language) => Block().Matches(File.ReadAllText(Path.Combine(Checkout.Root, "docs", page)))
        .Where(m => m.Groups[1].Value == language).Select(m => m.Groups[2].Value);

    /// <summary>Runs a program in a folder, with the variables that the pages ask for, and returns what it printed. It must succeed.</summary>
    public static async Task<string> RunAsync(ServingPlatform platform, string folder, string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["KREA_URL"] = platform.Http.BaseAddress!.ToString().TrimEnd('/');
        start.Environment["KREA_KEY"] = ServingPlatform.Key;
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        using var limit = new CancellationTokenSource(Patience);
        await process.WaitForExitAsync(limit.Token);
        Assert.True(process.ExitCode == 0, $"{program} ended with {process.ExitCode}.\n{await output}\n{await errors}");
        return await output;
    }

    [GeneratedRegex(@"^```(\w+)\n(.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();
}
