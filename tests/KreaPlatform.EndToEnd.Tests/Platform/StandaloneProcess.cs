using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;

namespace KreaPlatform.EndToEnd.Tests.Platform;

/// <summary>The built standalone host as a child process, with everything that it prints.</summary>
public sealed partial class StandaloneProcess : IDisposable
{
    private const int Terminate = 15;
    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly StringBuilder _errors = new();

    private StandaloneProcess(Process process) => _process = process;

    /// <summary>Where its relative paths start.</summary>
    public required string WorkingFolder { get; init; }
    public string Output { get { lock (_output) return _output.ToString(); } }
    public string Errors { get { lock (_errors) return _errors.ToString(); } }
    public bool HasExited => _process.HasExited;
    public long PrivateBytes { get { _process.Refresh(); return _process.WorkingSet64; } }
    public int Id => _process.Id;

    public static StandaloneProcess Start(string workingFolder, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null,
        SmallDisk? disk = null)
    {
        // artifacts/bin/PROJECT/CONFIGURATION/
        var here = new DirectoryInfo(AppContext.BaseDirectory);
        var assembly = Path.Combine(here.Parent!.Parent!.FullName, "KreaPlatform.Standalone", here.Name, "KreaPlatform.Standalone.dll");
        string[] command = ["dotnet", assembly, .. arguments];
        if (disk is not null) command = disk.Around(command);
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            WorkingDirectory = workingFolder, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>()) start.Environment[name] = value;
        var process = new StandaloneProcess(new Process { StartInfo = start }) { WorkingFolder = workingFolder };
        process._process.OutputDataReceived += (_, line) => Append(process._output, line.Data);
        process._process.ErrorDataReceived += (_, line) => Append(process._errors, line.Data);
        process._process.Start();
        process._process.BeginOutputReadLine();
        process._process.BeginErrorReadLine();
        return process;
    }

    /// <summary>Waits until it has printed <paramref name="text"/>.</summary>
    public async Task SawAsync(string text, TimeSpan patience)
    {
        var since = Stopwatch.GetTimestamp();
        while (!Output.Contains(text))
        {
            if (HasExited) await _process.WaitForExitAsync();
            if (HasExited && !Output.Contains(text)) Assert.Fail($"It ended with {_process.ExitCode} before it printed '{text}'.\n{Output}\n{Errors}");
            if (Stopwatch.GetElapsedTime(since) > patience) Assert.Fail($"It has not printed '{text}' after {patience}.\n{Output}\n{Errors}");
            await Task.Delay(20);
        }
    }

    /// <summary>Waits for its end.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> ExitAsync(TimeSpan patience)
    {
        using var limit = new CancellationTokenSource(patience);
        try
        {
            await _process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            Assert.Fail($"It still runs after {patience}.\n{Output}\n{Errors}");
        }
        return _process.ExitCode;
    }

    /// <summary>SIGTERM, as an init system or an orchestrator sends it.</summary>
    public void SendTerminate() => Assert.Equal(0, Signal(_process.Id, Terminate));

    /// <summary>SIGKILL: no code of it runs any more.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            // Asked first, so that it takes its Garnet along.
            _ = Signal(_process.Id, Terminate);
            if (!_process.WaitForExit(TimeSpan.FromSeconds(40))) _process.Kill();
        }
        _process.Dispose();
    }

    private static void Append(StringBuilder to, string? line)
    {
        if (line is null) return;
        lock (to) to.Append(line).Append('\n');
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Signal(int pid, int signal);
}
