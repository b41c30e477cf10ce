using System.Diagnostics;
using KreaPlatform.Standalone.CommandLine;
using KreaPlatform.Standalone.Hosting;

namespace KreaPlatform.Standalone.Serve;

/// <summary>Without a prompt: serve until Ctrl-C or SIGTERM.</summary>
internal static class ServeCommand
{
    private const int DefaultPort = 8080;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    /// <summary>Serves; the exit code is 0 after a drained stop.</summary>
    public static async Task<int> RunAsync(StandaloneOptions options)
    {
        await using (var host = await StandaloneHost.StartAsync(
            options with { Port = options.Port ?? DefaultPort, Data = options.Data ?? "krea-data" }, LogLevel.Information))
        {
            var missing = await host.WaitUntilReadyAsync(Patience);
            Console.WriteLine(Greeting(host, missing is null ? $"is ready after {SinceStart().TotalSeconds:0.0} s" : $"serves, but can't make images yet ({missing})"));
            await host.WaitForShutdownAsync();
        }
        Console.WriteLine("Drained and stopped.");
        return 0;
    }

    private static TimeSpan SinceStart() => DateTime.Now - Process.GetCurrentProcess().StartTime;

    private static string Greeting(StandaloneHost host, string state)
    {
        var url = host.Http.ToString().TrimEnd('/');
        return $$"""
            KreaPlatform {{state}}. Ctrl-C drains and stops it.

              API      {{url}}/v1
              Swagger  {{url}}/swagger
              gRPC     {{host.Grpc.Authority}} (HTTP/2 without TLS)
              key      {{host.Key}}
              data     {{host.DataPath}}

            Try it:
            curl -s {{url}}/v1/generations -H 'Authorization: Bearer {{host.Key}}' -H 'Content-Type: application/json' -H 'Prefer: wait=60' -d '{"prompt": "a cat riding a bicycle", "n": 2}'

            """;
    }
}
