using System.Diagnostics;
using KreaPlatform.EndToEnd.Tests.Platform;

namespace KreaPlatform.EndToEnd.Tests.Clients;

/// <summary>A script of <c>tests/clients</c>, which speaks to the platform through a package that nobody here wrote.</summary>
public static class NodeScript
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    /// <summary>Runs a script and returns what it printed, line by line. Skips the test where Node or the package is not installed.</summary>
    /// <param name="script">Path below <c>tests/clients</c>.</param>
    /// <param name="package">A package that it needs; null for none.</param>
    /// <param name="environment">What it is told.</param>
    public static async Task<string[]> RunAsync(string script, string? package, IReadOnlyDictionary<string, string> environment)
    {
        var clients = Folder;
        Assert.SkipUnless(Checkout.HasProgram("node"), "Node.js is not installed");
        Assert.SkipUnless(package is null || Directory.Exists(Path.Combine(clients, Path.GetDirectoryName(script)!, "node_modules", package)), $"the npm package {package} is not installed: npm ci in tests/clients/{Path.GetDirectoryName(script)}");
        var start = new ProcessStartInfo("node", [script]) { WorkingDirectory = clients, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment) start.Environment[name] = value;
        using var node = Process.Start(start)!;
        var (output, errors) = (node.StandardOutput.ReadToEndAsync(), node.StandardError.ReadToEndAsync());
        using var limit = new CancellationTokenSource(Patience);
        try
        {
            await node.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            node.Kill();
        }
        Assert.True(node.ExitCode == 0, $"{script} ended with {node.ExitCode}.\n{await output}\n{await errors}");
        return (await output).Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>The folder <c>tests/clients</c>.</summary>
    public static string Folder { get; } = Path.Combine(Checkout.Root, "tests", "clients");
}
