using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace KreaPlatform.Benchmarks.Edge;

/// <summary>A PostgreSQL of this run's own, as an operator would have it: commits wait for the disk.</summary>
internal sealed class LocalPostgres : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("krea-bench-pg-").FullName;
    private readonly int _port = FreePort();
    private Process? _server;

    /// <summary>Starts it.</summary>
    /// <returns>Why it can't be; null when it runs.</returns>
    public async Task<string?> StartAsync()
    {
        var tools = Directory.Exists("/usr/lib/postgresql")
            ? Directory.GetDirectories("/usr/lib/postgresql").OrderDescending().Select(d => Path.Combine(d, "bin")).FirstOrDefault(d => File.Exists(Path.Combine(d, "initdb")))
            : null;
        if (tools is null) return "PostgreSQL was not measured: its server (apt package postgresql) is not installed.";
        if (Environment.UserName == "root") await RunAsync("chown", "postgres", _folder);
        var data = Path.Combine(_folder, "data");
        await RunAsync(AsUser([$"{tools}/initdb", "-D", data, "-U", "krea", "-A", "trust", "-E", "UTF8"]));
        var command = AsUser([$"{tools}/postgres", "-D", data, "-p", $"{_port}", "-k", _folder, "-c", "listen_addresses=127.0.0.1"]);
        _server = Process.Start(Quiet(command))!;
        _ = _server.StandardOutput.ReadToEndAsync();
        _ = _server.StandardError.ReadToEndAsync();
        for (var i = 0; i < 100; i++)
        {
            try
            {
                await using var connection = new NpgsqlConnection(To("postgres"));
                await connection.OpenAsync();
                return null;
            }
            catch (NpgsqlException)
            {
                await Task.Delay(100);
            }
        }
        return "PostgreSQL was not measured: it did not start.";
    }

    /// <summary>An empty database; how to reach it.</summary>
    public async Task<string> NewDatabaseAsync()
    {
        await using var connection = new NpgsqlConnection(To("postgres"));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("CREATE DATABASE krea", connection);
        await command.ExecuteNonQueryAsync();
        return To("krea");
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
        {
            NpgsqlConnection.ClearAllPools();
            using (var stop = Process.Start("kill", ["-INT", File.ReadLines(Path.Combine(_folder, "data", "postmaster.pid")).First()])) await stop.WaitForExitAsync();
            await _server.WaitForExitAsync();
            _server.Dispose();
        }
        Directory.Delete(_folder, recursive: true);
    }

    private string To(string database) => $"Host=127.0.0.1;Port={_port};Username=krea;Database={database}";

    // initdb and the server refuse root.
    private static string[] AsUser(string[] command) => Environment.UserName == "root" ? ["runuser", "-u", "postgres", "--", .. command] : command;

    private static ProcessStartInfo Quiet(string[] command) => new(command[0], command[1..])
    {
        RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Path.GetTempPath(),
    };

    private static async Task RunAsync(params string[] command)
    {
        using var process = Process.Start(Quiet(command))!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new InvalidOperationException(await output + await errors);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
