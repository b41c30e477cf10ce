using System.Diagnostics;
using System.Runtime.InteropServices;
using KreaPlatform.Standalone.CommandLine;
using KreaPlatform.Standalone.Hosting;

namespace KreaPlatform.Standalone.Serve;

/// <summary>Without a prompt: serve until Ctrl-C or SIGTERM.</summary>
internal static class ServeCommand
{
    private const int DefaultPort = 8080;

    /// <summary>Serves; the exit code is 0 after a drained stop.</summary>
    public static async Task<int> RunAsync(StandaloneOptions options)
    {
        await using var host = await StandaloneHost.StartAsync(
            options with { Port = options.Port ?? DefaultPort, Data = options.Data ?? "krea-data" }, LogLevel.Information);
        var ready = DateTime.Now - Process.GetCurrentProcess().StartTime;
        Console.WriteLine(Greeting(host, ready));
        await host.WaitForShutdownAsync();
        Console.WriteLine("Drained and stopped.");
        return 0;
    }

    private static string Greeting(StandaloneHost host, TimeSpan ready)
    {
        var url = host.Http.ToString().TrimEnd('/');
        var quote = RuntimeInformation.IsOSPlatform(OSPlatform.Windows) ? "\\\"" : "\"";
        var body = """{"prompt": "a cat riding a bicycle", "n": 2}""".Replace("\"", quote);
        var (open, close) = quote == "\"" ? ("'", "'") : ("\"", "\"");
        return $"""
            KreaPlatform is ready after {ready.TotalSeconds:0.0} s. Ctrl-C drains and stops it.

              API      {url}/v1
              Swagger  {url}/swagger
              gRPC     {host.Grpc.Authority} (HTTP/2 without TLS)
              key      {host.Key}
              data     {host.DataPath}

            Try it:
            curl -s {url}/v1/generations -H {open}Authorization: Bearer {host.Key}{close} -H {open}Content-Type: application/json{close} -H {open}Prefer: wait=60{close} -d {open}{body}{close}

            """;
    }
}
