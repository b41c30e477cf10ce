using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace KreaPlatform.Gateway.Tests.Hosting;

/// <summary>A real PostgreSQL of this test run's own, on a free loopback port, in a folder that goes with it. Absent where the server is not installed.</summary>
public sealed class PostgresServer : IAsyncLifetime
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), "krea-pg-" + Guid.NewGuid().ToString("n")[..8]);
    private Process? _server;
    private int _port;

    /// <summary>Why there is no server; null when there is one.</summary>
    public string? Missing { get; private set; }

    public async ValueTask InitializeAsync()
    {
        var tools = Directory.Exists("/usr/lib/postgresql")
            ? Directory.GetDirectories("/usr/lib/postgresql").OrderDescending().Select(d => Path.Combine(d, "bin")).FirstOrDefault(d => File.Exists(Path.Combine(d, "initdb")))
            : null;
        if (tools is null)
        {
            Missing = "PostgreSQL server is not installed (apt package postgresql)";
            return;
        }
        Directory.CreateDirectory(_folder);
        if (Environment.UserName == "root") await RunAsync("chown", "postgres", _folder);
        var data = Path.Combine(_folder, "data");
        await RunAsync(Command($"{tools}/initdb", "-D", data, "-U", "krea", "-A", "trust", "-E", "UTF8", "--no-sync"));
        _port = FreePort();
        _server = Start(Command($"{tools}/postgres", "-D", data, "-p", $"{_port}", "-k", _folder, "-c", "listen_addresses=127.0.0.1", "-c", "fsync=off", "-c", "max_connections=300"));
        for (var i = 0; i < 100; i++)
        {
            try
            {
                await using var connection = new NpgsqlConnection(ConnectionString("postgres"));
                await connection.OpenAsync();
                return;
            }
            catch (NpgsqlException)
            {
                await Task.Delay(100);
            }
        }
        throw new InvalidOperationException("PostgreSQL did not start.");
    }

    /// <summary>Makes an empty database and returns how to reach it.</summary>
    public async Task<string> NewDatabaseAsync()
    {
        var name = "d" + Guid.NewGuid().ToString("n");
        await using var connection = new NpgsqlConnection(ConnectionString("postgres"));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"CREATE DATABASE {name}", connection);
        await command.ExecuteNonQueryAsync();
        return ConnectionString(name);
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
        {
            NpgsqlConnection.ClearAllPools();
            // SIGINT is PostgreSQL's fast shutdown; runuser passes it on.
            await RunAsync("kill", "-INT", File.ReadLines(Path.Combine(_folder, "data", "postmaster.pid")).First());
            await _server.WaitForExitAsync();
            _server.Dispose();
        }
        if (Directory.Exists(_folder)) Directory.Delete(_folder, recursive: true);
    }

    private string ConnectionString(string database) => $"Host=127.0.0.1;Port={_port};Username=krea;Database={database};Maximum Pool Size=20";

    // The server refuses to run as root.
    private static string[] Command(params string[] command) => Environment.UserName == "root" ? ["runuser", "-u", "postgres", "--", .. command] : command;

    private static async Task RunAsync(params string[] command)
    {
        using var process = Start(command);
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{string.Join(' ', command)} ended with {process.ExitCode}.");
    }

    private static Process Start(string[] command)
    {
        var process = new Process
        {
            StartInfo = new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Path.GetTempPath() },
        };
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
