using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace KreaPlatform.Gateway.Tests.Hosting;

/// <summary>A real Redis of this test run's own on a free loopback port, without a disk. Absent where the server is not installed.</summary>
public sealed class RedisServer : IAsyncLifetime
{
    private Process? _server;
    private int _port;

    /// <summary>Why there is no server; null when there is one.</summary>
    public string? Missing { get; private set; }

    public string ConnectionString => $"127.0.0.1:{_port},abortConnect=false";

    public async ValueTask InitializeAsync()
    {
        var program = new[] { "/usr/bin/redis-server", "/usr/local/bin/redis-server" }.FirstOrDefault(File.Exists);
        if (program is null)
        {
            Missing = "Redis is not installed (apt package redis-server)";
            return;
        }
        using (var probe = new TcpListener(IPAddress.Loopback, 0))
        {
            probe.Start();
            _port = ((IPEndPoint)probe.LocalEndpoint).Port;
        }
        _server = Process.Start(new ProcessStartInfo(program, ["--port", $"{_port}", "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"])
        {
            RedirectStandardOutput = true, WorkingDirectory = Path.GetTempPath(),
        })!;
        while (await _server.StandardOutput.ReadLineAsync() is { } line)
            if (line.Contains("Ready to accept connections", StringComparison.Ordinal)) break;
        _ = _server.StandardOutput.ReadToEndAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is null) return;
        _server.Kill();
        await _server.WaitForExitAsync();
        _server.Dispose();
    }
}
