using System.Diagnostics;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text.Json;
using KreaPlatform.Standalone.Data;
using KreaPlatform.Standalone.Hosting;

namespace KreaPlatform.Standalone.Redis;

/// <summary>
/// Garnet as a child process on a loopback port, behind a password of its own. It holds nothing that can't be rebuilt, so it keeps nothing on
/// disk, the host does not wait for it, and when it dies it is simply started again.
/// </summary>
internal sealed class EmbeddedRedis : IDisposable
{
    // What standalone keeps in Redis (progress, previews, signals) fits many times over; the defaults take gigabytes.
    private static readonly string[] Sizes =
        ["--memory", "32m", "--page", "1m", "--segment", "32m", "--index", "1m", "--index-max-size", "16m", "--pubsub-pagesize", "256k", "--network-buffer-memory-budget", "64m"];

    private static readonly TimeSpan RestartPause = TimeSpan.FromSeconds(1);

    private readonly string _folder;
    private readonly int _port;
    private readonly string _password;
    private readonly Lock _gate = new();
    private Process? _process;
    private bool _stopping;
    private bool _reported;

    private EmbeddedRedis(string folder, int port, string password)
    {
        _folder = folder;
        _port = port;
        _password = password;
    }

    /// <summary>
    /// StackExchange.Redis configuration of this instance. The first connect is made before Garnet listens, and holds up the host's start for the whole
    /// timeout (5 seconds by default); the ones that follow are made in the background.
    /// </summary>
    public string ConnectionString => $"127.0.0.1:{_port},password={_password},connectTimeout=500";

    /// <summary>Ends what a killed run left behind in <paramref name="folder"/> and starts afresh. Returns before Garnet answers.</summary>
    /// <exception cref="StandaloneException">Garnet is not installed.</exception>
    public static EmbeddedRedis Start(string folder)
    {
        GarnetRecord.EndStale(folder);
        var redis = new EmbeddedRedis(folder, LoopbackPort.Free(), Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)));
        DataFolder.WritePrivate(redis.Secrets, JsonSerializer.Serialize(new { AuthenticationMode = "Password", Password = redis._password }));
        // Whatever way this process ends, if any managed code still runs, the child goes with it.
        AppDomain.CurrentDomain.ProcessExit += (_, _) => redis.Dispose();
        AppDomain.CurrentDomain.UnhandledException += (_, _) => redis.Dispose();
        redis.Spawn();
        return redis;
    }

    private string Secrets => Path.Combine(_folder, "garnet.conf");

    private void Spawn()
    {
        string[] command =
        [
            DotnetHost(), GarnetAssembly(), "--bind", "127.0.0.1", "--port", $"{_port}", "--config-import-path", Secrets,
            "--lua", "-q", "--logger-level", "Error", .. Sizes,
        ];
        // Ctrl-C reaches every process of the terminal, and this one is needed until the host has drained: it ignores the signal, by the shell.
        if (!OperatingSystem.IsWindows()) command = ["/bin/sh", "-c", "trap '' INT QUIT HUP; exec \"$0\" \"$@\"", .. command];
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            WorkingDirectory = _folder, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        start.Environment["DOTNET_gcServer"] = "0";
        start.Environment["DOTNET_GCConserveMemory"] = "5";
        start.Environment["DOTNET_TieredPGO"] = "0";

        lock (_gate)
        {
            if (_stopping) return;
            var process = new Process { StartInfo = start, EnableRaisingEvents = true };
            // A pipe that nobody reads would stop it one day.
            process.OutputDataReceived += (_, _) => { };
            process.ErrorDataReceived += (_, _) => { };
            process.Exited += (_, _) => _ = RestartAsync();
            process.Start();
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
            _process?.Dispose();
            _process = process;
            try { GarnetRecord.Save(_folder, process, _port); }
            catch (InvalidOperationException) { /* It ended at once; Exited starts it again. */ }
        }
    }

    private async Task RestartAsync()
    {
        await Task.Delay(RestartPause);
        if (!_stopping && !_reported) Console.Error.WriteLine("The embedded Redis ended unexpectedly and is started again; progress and previews pause meanwhile.");
        _reported = true;
        Spawn();
    }

    /// <summary>Ends Garnet at once: it has nothing to save.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            if (_stopping) return;
            _stopping = true;
            if (_process is not { } process) return;
            process.Kill();
            process.WaitForExit(TimeSpan.FromSeconds(5));
            process.Dispose();
            File.Delete(Secrets);
            GarnetRecord.Clear(_folder);
        }
    }

    // The muxer that belongs to the runtime this process runs on; there may be several, and none on the path.
    private static string DotnetHost()
    {
        var name = OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet";
        var beside = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", name));
        return File.Exists(beside) ? beside : name;
    }

    private static string GarnetAssembly()
    {
        var path = Assembly.GetExecutingAssembly().GetCustomAttributes<AssemblyMetadataAttribute>().FirstOrDefault(a => a.Key == "GarnetServer")?.Value;
        return path is not null && File.Exists(path)
            ? path
            : throw new StandaloneException("The embedded Redis (Garnet) is not installed: run 'dotnet tool restore' in the repository, or set ConnectionStrings__Redis to a server of your own.");
    }
}
