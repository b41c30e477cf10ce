using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace KreaPlatform.Benchmarks.Serving;

/// <summary>The built standalone host as a child process on a data folder of its own, and a client with its key.</summary>
internal sealed partial class Platform : IAsyncDisposable
{
    /// <summary>Its API key.</summary>
    public const string Key = "bench";
    private readonly string _data;
    private readonly bool _ownsData;
    private readonly ConcurrentQueue<string> _lines = new();
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Process _process;
    private readonly long _since;

    private Platform(string? data, IReadOnlyDictionary<string, string> settings)
    {
        _ownsData = data is null;
        _data = data ?? Directory.CreateTempSubdirectory("krea-bench-").FullName;
        // artifacts/bin/PROJECT/CONFIGURATION/
        var here = new DirectoryInfo(AppContext.BaseDirectory);
        var assembly = Path.Combine(here.Parent!.Parent!.FullName, "KreaPlatform.Standalone", here.Name, "KreaPlatform.Standalone.dll");
        var start = new ProcessStartInfo("dotnet", [assembly, "--port", "0", "--grpc-port", "0", "--key", Key, "--data", _data])
        {
            WorkingDirectory = Path.GetTempPath(), RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        // What still runs when a measurement is over is of no use.
        start.Environment["Worker__DrainSeconds"] = "0";
        foreach (var (name, value) in settings) start.Environment[name] = value;
        _process = new Process { StartInfo = start, EnableRaisingEvents = true };
        _process.OutputDataReceived += (_, line) => Heard(line.Data);
        _process.ErrorDataReceived += (_, line) => Heard(line.Data);
        _process.Exited += (_, _) => _ready.TrySetException(new InvalidOperationException("The platform ended:\n" + string.Join('\n', _lines)));
        _since = Stopwatch.GetTimestamp();
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>From the start of the process to its greeting, which it prints once a model can be served.</summary>
    public TimeSpan StartTime { get; private set; }

    public HttpClient Http { get; private set; } = null!;

    public int Id => _process.Id;

    /// <summary>Process id of its Garnet.</summary>
    public int GarnetId
    {
        get
        {
            using var record = JsonDocument.Parse(File.ReadAllText(Path.Combine(_data, "garnet.json")));
            return record.RootElement.GetProperty("Pid").GetInt32();
        }
    }

    /// <summary>With an engine that paints flat colours, so that the path around it is all that takes time.</summary>
    /// <param name="stepMilliseconds">How long each of its steps sleeps.</param>
    /// <param name="data">A folder that outlives it; null for one of its own.</param>
    public static Task<Platform> WithoutModelAsync(double stepMilliseconds = 0, string? data = null) => StartAsync(data, new Dictionary<string, string>
    {
        ["Worker__Engine"] = "noop", ["Worker__NoopStepMilliseconds"] = stepMilliseconds.ToString(System.Globalization.CultureInfo.InvariantCulture),
    });

    /// <summary>With a worker that is kept asleep by its first jobs, so that all later ones only queue.</summary>
    /// <param name="postgres">How to reach a database; null for SQLite.</param>
    public static Task<Platform> OnlyQueueingAsync(string? postgres = null)
    {
        var settings = new Dictionary<string, string> { ["Worker__Engine"] = "noop", ["Worker__NoopStepMilliseconds"] = "3000", ["Worker__Slots"] = "1" };
        if (postgres is not null) (settings["Database__Provider"], settings["Database__ConnectionString"]) = ("postgres", postgres);
        return StartAsync(null, settings);
    }

    /// <summary>As it ships.</summary>
    public static Task<Platform> WithNanoAsync(string? data = null) => StartAsync(data, new Dictionary<string, string>());

    private static async Task<Platform> StartAsync(string? data, IReadOnlyDictionary<string, string> settings)
    {
        var platform = new Platform(data, settings);
        await platform._ready.Task;
        platform.Http = new HttpClient(new SocketsHttpHandler { PooledConnectionIdleTimeout = TimeSpan.FromMinutes(5) })
        {
            BaseAddress = new Uri(platform._lines.Select(line => Address().Match(line)).First(m => m.Success).Groups[1].Value), Timeout = TimeSpan.FromMinutes(5),
        };
        platform.Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Key);
        return platform;
    }

    /// <summary>Submits; the answer to it.</summary>
    public async Task<JsonElement> SubmitAsync(object request)
    {
        using var answer = await Http.PostAsJsonAsync("v1/generations", request);
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    /// <summary>The generation once it has ended.</summary>
    public async Task<JsonElement> EndedAsync(string id)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"v1/generations/{id}") { Headers = { { "Prefer", "wait=120" } } };
        using var answer = await Http.SendAsync(request);
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    /// <summary>Opens a job's event stream.</summary>
    public async Task<StreamReader> WatchAsync(string id) => new(await Http.GetStreamAsync($"v1/generations/{id}/events"));

    /// <summary>Reads a stream up to the job's end.</summary>
    /// <returns>The moment at which the end was there to see.</returns>
    public static async Task<DateTimeOffset> SawEndAsync(StreamReader stream)
    {
        while (await stream.ReadLineAsync() is { } line)
            if (line is "event: generation.completed") return DateTimeOffset.UtcNow;
        throw new InvalidOperationException("The stream ended before the generation had completed.");
    }

    public async ValueTask DisposeAsync()
    {
        Http?.Dispose();
        // The platform takes its Garnet along when it is asked to stop.
        if (!_process.HasExited) using (var kill = Process.Start("kill", ["-TERM", $"{_process.Id}"])) await kill.WaitForExitAsync();
        await _process.WaitForExitAsync();
        _process.Dispose();
        if (_ownsData) Directory.Delete(_data, recursive: true);
    }

    private void Heard(string? line)
    {
        if (line is null) return;
        _lines.Enqueue(line);
        if (!line.StartsWith("curl ", StringComparison.Ordinal)) return;
        StartTime = Stopwatch.GetElapsedTime(_since);
        _ready.TrySetResult();
    }

    [GeneratedRegex(@"API\s+(http://[\d.:]+)/v1")]
    private static partial Regex Address();
}
