using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace KreaPlatform.EndToEnd.Tests.Platform;

/// <summary>A standalone host that serves on free ports, and a client with its key.</summary>
public sealed partial class ServingPlatform : IAsyncLifetime
{
    private readonly TemporaryFolder? _own;
    private readonly string _data;
    private readonly IReadOnlyDictionary<string, string>? _environment;
    private readonly string? _diskSize;

    /// <summary>On a data folder of its own; for class fixtures.</summary>
    public ServingPlatform() => _data = (_own = new TemporaryFolder()).File("data");

    /// <summary>On a data folder that outlives it.</summary>
    private ServingPlatform(string data, IReadOnlyDictionary<string, string>? environment, string? diskSize) =>
        (_data, _environment, _diskSize) = (data, environment, diskSize);

    public static string Key => "krea_test_key";
    public StandaloneProcess Process { get; private set; } = null!;
    public HttpClient Http { get; private set; } = null!;
    public Uri Grpc { get; private set; } = null!;
    public string Data => _data;

    /// <param name="data">The data folder.</param>
    /// <param name="environment">Settings of the host.</param>
    /// <param name="diskSize">Gives it a disk of that size for its images, in mount(8)'s notation.</param>
    public static async Task<ServingPlatform> StartAsync(string data, IReadOnlyDictionary<string, string>? environment = null, string? diskSize = null)
    {
        var platform = new ServingPlatform(data, environment, diskSize);
        await platform.InitializeAsync();
        return platform;
    }

    public async ValueTask InitializeAsync()
    {
        var disk = _diskSize is null ? null : new SmallDisk(Path.Combine(_data, "blobs"), _diskSize);
        Process = StandaloneProcess.Start(Path.GetTempPath(), ["--port", "0", "--grpc-port", "0", "--key", Key, "--data", _data], _environment, disk);
        await Process.SawAsync("curl -s", TimeSpan.FromSeconds(60));
        Assert.Contains("is ready", Process.Output);
        Http = new HttpClient { BaseAddress = new Uri(Url().Match(Process.Output).Groups[1].Value), Timeout = TimeSpan.FromMinutes(3) };
        Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Key);
        Grpc = new Uri("http://" + GrpcAddress().Match(Process.Output).Groups[1].Value);
    }

    /// <summary>Process id, port and password of its Garnet.</summary>
    public (int Pid, int Port, string Password) Garnet()
    {
        using var record = JsonDocument.Parse(File.ReadAllText(Path.Combine(_data, "garnet.json")));
        using var secrets = JsonDocument.Parse(File.ReadAllText(Path.Combine(_data, "garnet.conf")));
        return (record.RootElement.GetProperty("Pid").GetInt32(), record.RootElement.GetProperty("Port").GetInt32(),
            secrets.RootElement.GetProperty("Password").GetString()!);
    }

    public ValueTask DisposeAsync()
    {
        Http?.Dispose();
        Process?.Dispose();
        _own?.Dispose();
        return ValueTask.CompletedTask;
    }

    [GeneratedRegex(@"API\s+(http://[\d.:]+)/v1")]
    private static partial Regex Url();

    [GeneratedRegex(@"gRPC\s+([\d.:]+)")]
    private static partial Regex GrpcAddress();
}
