using System.Diagnostics;

namespace KreaPlatform.Gateway.Tests.Webhooks;

/// <summary>The built gateway as a process of its own, so that it can be killed.</summary>
internal sealed class GatewayProcess : IAsyncDisposable
{
    private readonly Process _process;

    private GatewayProcess(Process process) => _process = process;

    public static GatewayProcess Start(string folder, IEnumerable<(string Key, string Value)> settings)
    {
        // artifacts/bin/PROJECT/CONFIGURATION/
        var here = new DirectoryInfo(AppContext.BaseDirectory);
        var assembly = Path.Combine(here.Parent!.Parent!.FullName, "KreaPlatform.Gateway", here.Name, "KreaPlatform.Gateway.dll");
        var start = new ProcessStartInfo("dotnet", [assembly, .. settings.Select(s => $"--{s.Key}={s.Value}")])
        {
            WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        var process = Process.Start(start)!;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return new GatewayProcess(process);
    }

    public bool HasExited => _process.HasExited;

    /// <summary>SIGKILL: no code of it runs any more.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
