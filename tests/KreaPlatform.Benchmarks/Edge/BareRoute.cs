using System.Diagnostics;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace KreaPlatform.Benchmarks.Edge;

/// <summary>The least that a route can do: a bare Kestrel minimal API in a process of its own, which parses the same body and answers 202 with a body like ours.</summary>
internal sealed class BareRoute : IAsyncDisposable
{
    /// <summary>Argument that makes this program the server.</summary>
    public const string Argument = "serve-bare-route";

    private readonly Process _process;

    private BareRoute(Process process, Uri address) => (_process, Address) = (process, address);

    public Uri Address { get; }

    public int Id => _process.Id;

    public static async Task<BareRoute> StartAsync()
    {
        var process = Process.Start(new ProcessStartInfo("dotnet", [typeof(BareRoute).Assembly.Location, Argument]) { RedirectStandardOutput = true, RedirectStandardInput = true })!;
        var address = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The bare route did not start.");
        return new BareRoute(process, new Uri(address));
    }

    /// <summary>Serves until its standard input ends.</summary>
    public static async Task ServeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        await using var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.MapPost("/v1/generations", async (HttpRequest request) =>
        {
            using var body = await JsonDocument.ParseAsync(request.Body);
            return Results.Json(new { id = Guid.NewGuid(), status = "queued", request = body.RootElement.Clone() }, statusCode: StatusCodes.Status202Accepted);
        });
        await app.StartAsync();
        Console.WriteLine(app.Urls.First());
        await Console.In.ReadToEndAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
